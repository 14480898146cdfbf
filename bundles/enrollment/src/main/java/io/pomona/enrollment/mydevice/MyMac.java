package io.pomona.enrollment.mydevice;

import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.organization.Actor;
import io.pomona.api.updates.HostUpdate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A Mac as its user may see it: no key, no lock and nobody else's.
 *
 * @param team its name, empty for none
 * @param automatic whether ABM assigns it to us
 * @param possible whether Macs can enroll at all
 * @param email of its user, empty text when it is not known
 * @param oldMdm the name of the MDM that it comes from, while nobody has said on the migration
 *     board that it has left it; empty text where nobody has said the name
 * @param fresh whether it has enrolled within the last hour
 * @param zone of the organization
 */
public record MyMac(
    Host host,
    String organization,
    Optional<String> team,
    boolean automatic,
    boolean possible,
    HostEncryption encryption,
    Optional<HostUpdate> update,
    String email,
    Optional<String> oldMdm,
    boolean fresh,
    ZoneId zone) {
  public boolean isOn() {
    return host.mdm().isOn();
  }

  /** Who uses the page, for the feed. */
  Actor user() {
    return new Actor(Optional.empty(), "User of the Mac", email, Set.of());
  }
}
