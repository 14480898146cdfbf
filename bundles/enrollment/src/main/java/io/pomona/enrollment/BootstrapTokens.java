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
  private final Bindings bindings;
  private final Clock clock;

  @Activate
  public BootstrapTokens(
      @Reference BootstrapTokenStore store,
      @Reference SecretVault vault,
      @Reference EnrollmentStore enrollments) {
    this(store, vault, enrollments, Clock.systemUTC());
  }

  BootstrapTokens(
      BootstrapTokenStore store, SecretVault vault, EnrollmentStore enrollments, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.bindings = new Bindings(enrollments);
    this.clock = clock;
  }

  void set(SetBootstrapToken message, VerifiedCertificate certificate) {
    ChannelId device = message.channel();
    // After a renewal's Authenticate the former certificate can only bring what is out of date.
    if (!bindings.require(certificate, device).current()) {
      return;
    }
    Optional<byte[]> token = message.bootstrapToken();
    long mark =
        LateDuplicates.message(certificate, device, "bootstrap token", token.orElse(new byte[0]))
            .mark();
    Optional<byte[]> sealed = token.map(value -> vault.seal(PURPOSE, Secret.of(value)));
    if (store.put(device, sealed, mark, clock.instant())) {
      LOG.info("Mac {} {} its bootstrap token", device, token.isPresent() ? "gave" : "took back");
    }
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
