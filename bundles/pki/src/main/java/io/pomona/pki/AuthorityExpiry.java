package io.pomona.pki;

import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long the device CA that issues will last. */
@Component
public final class AuthorityStatus implements StatusCheck {
  private static final String NAME = "pki.device_ca";
  // A Mac's identity lasts a year and is renewed half a year ahead.
  private static final Duration SHORT = Duration.ofDays(540);
  private static final Duration VERY_SHORT = Duration.ofDays(180);

  private final DeviceKeyRing ring;
  private final Clock clock;

  @Activate
  public AuthorityStatus(@Reference DeviceKeyRing ring) {
    this(ring, Clock.systemUTC());
  }

  AuthorityStatus(DeviceKeyRing ring, Clock clock) {
    this.ring = ring;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    Instant end = ring.active().issuer().notAfter();
    Instant now = clock.instant();
    if (end.isAfter(now.plus(SHORT))) {
      return List.of(new StatusLine(NAME, Level.OK, "The device CA is valid until " + end + "."));
    }
    Level level = end.isAfter(now.plus(VERY_SHORT)) ? Level.WARNING : Level.ERROR;
    String message =
        "The device CA ends at "
            + end
            + ": run mdm:device-ca-roll, so that the identities of Macs can be renewed in time.";
    return List.of(new StatusLine(NAME, level, message));
  }
}
