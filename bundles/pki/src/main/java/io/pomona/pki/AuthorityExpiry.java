package io.pomona.pki;

import io.pomona.api.organization.ExpirySource;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long the device CA that issues will last. */
@Component
public final class AuthorityExpiry implements ExpirySource {
  // A Mac's identity lasts a year and is renewed half a year ahead.
  private static final Duration SHORT = Duration.ofDays(540);
  private static final Duration VERY_SHORT = Duration.ofDays(180);

  private final DeviceKeyRing ring;

  @Activate
  public AuthorityExpiry(@Reference DeviceKeyRing ring) {
    this.ring = ring;
  }

  @Override
  public List<Expiring> expiring() {
    return List.of(
        new Expiring(
                "pki.device_ca",
                "device CA",
                ring.active().issuer().notAfter(),
                "Run mdm:device-ca-roll, so that the identities of Macs can be renewed in time.")
            .within(SHORT, VERY_SHORT));
  }
}
