package io.pomona.enrollment;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.CheckInAnswers;
import io.pomona.protocol.checkin.GetBootstrapToken;
import io.pomona.protocol.checkin.SetBootstrapToken;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the bootstrap tokens of Macs, sealed, and gives each back to its Mac only. */
@Component(service = BootstrapTokens.class)
public final class BootstrapTokens {
  static final String PURPOSE = "enrollment.bootstrap-token";
  private static final Logger LOG = LoggerFactory.getLogger(BootstrapTokens.class);

  private final BootstrapTokenStore store;
  private final SecretVault vault;
  private final LateDuplicates duplicates;
  private final Bindings bindings;
  private final Clock clock;

  @Activate
  public BootstrapTokens(
      @Reference BootstrapTokenStore store,
      @Reference SecretVault vault,
      @Reference EnrollmentStore enrollments,
      @Reference LateDuplicates duplicates) {
    this(store, vault, enrollments, duplicates, Clock.systemUTC());
  }

  BootstrapTokens(
      BootstrapTokenStore store,
      SecretVault vault,
      EnrollmentStore enrollments,
      LateDuplicates duplicates,
      Clock clock) {
    this.store = store;
    this.vault = vault;
    this.duplicates = duplicates;
    this.bindings = new Bindings(enrollments);
    this.clock = clock;
  }

  void set(SetBootstrapToken message, VerifiedCertificate certificate) {
    ChannelId device = message.channel();
    bindings.require(certificate, device);
    Optional<byte[]> token = message.bootstrapToken();
    LateDuplicates.Message seen =
        LateDuplicates.message(certificate, device, "bootstrap token", token.orElse(new byte[0]));
    if (duplicates.isLate(seen)) {
      return;
    }
    token.ifPresentOrElse(
        value -> store.put(device, vault.seal(PURPOSE, Secret.of(value)), clock.instant()),
        () -> store.clear(device));
    duplicates.taken(seen);
    LOG.info("Mac {} {} its bootstrap token", device, token.isPresent() ? "gave" : "took back");
  }

  CheckInAnswer get(GetBootstrapToken message, VerifiedCertificate certificate) {
    bindings.require(certificate, message.channel());
    return store
        .get(message.channel())
        .map(kept -> vault.open(PURPOSE, kept).reveal())
        .map(token -> CheckInAnswer.of(CheckInAnswers.bootstrapToken(token)))
        .orElse(CheckInAnswer.done());
  }
}
