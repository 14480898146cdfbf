package io.pomona.pki;

import io.pomona.api.organization.ExpirySource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long Macs have a root to trust this server by. */
@Component(configurationPid = PkiConfig.PID)
public final class RootExpiry implements ExpirySource {
  // Macs get another root as their identities are renewed, which takes a year to reach all.
  private static final Duration SHORT = Duration.ofDays(540);
  private static final Duration VERY_SHORT = Duration.ofDays(180);

  private final ServerRoot root;
  private final boolean isPublic;
  private final Optional<RootFile> operators;

  @Activate
  public RootExpiry(@Reference ServerRoot root, PkiConfig config) {
    this(root, config.tls_public(), RootFile.of(config));
  }

  RootExpiry(ServerRoot root, boolean isPublic, Optional<RootFile> operators) {
    this.root = root;
    this.isPublic = isPublic;
    this.operators = operators;
  }

  @Override
  public List<Expiring> expiring() {
    return isPublic ? List.of() : end().stream().map(RootExpiry::line).toList();
  }

  /** Of several the last: Macs trust each of them. */
  private Optional<Instant> end() {
    Stream<byte[]> roots =
        operators.map(file -> file.read().stream()).orElseGet(() -> root.stored().stream());
    return roots
        .map(each -> Issuer.parse(each).getNotAfter().toInstant())
        .max(Comparator.naturalOrder());
  }

  private static Expiring line(Instant end) {
    return new Expiring(
            "pki.tls_root",
            "root of the server's certificate",
            end,
            "Name a file with it and with its successor as tls.root.file in etc/io.pomona.pki.cfg:"
                + " Macs get both with their next identity, and the server can then change over.")
        .meaning("no Mac trusts the server")
        .within(SHORT, VERY_SHORT);
  }
}
