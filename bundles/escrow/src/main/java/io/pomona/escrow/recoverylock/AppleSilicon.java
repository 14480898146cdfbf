package io.pomona.escrow.recoverylock;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.inventory.DeviceInformation;
import java.util.List;
import java.util.Optional;

/** Which Macs have a recovery lock. */
final class AppleSilicon {
  private static final OsVersion FIRST = new OsVersion(List.of(11, 5));
  private static final OsVersion SAYS_SO = new OsVersion(List.of(12));

  private AppleSilicon() {}

  /** Macs with macOS 11 do not say what they are; those are left to refuse it themselves. */
  static void require(Host host, HostInventory inventory) {
    Optional<OsVersion> version = OsVersion.parse(host.facts().osVersion());
    if (version.filter(each -> each.compareTo(FIRST) < 0).isPresent()) {
      throw refused("Recovery lock needs macOS 11.5; this host has " + host.facts().osVersion());
    }
    Optional<Boolean> silicon =
        inventory.deviceInformation().flatMap(all -> new DeviceInformation(all).appleSilicon());
    if (silicon.filter(is -> !is).isPresent()) {
      throw refused(
          "Recovery lock is for Macs with Apple silicon; this host has an Intel processor, which has"
              + " a firmware password instead");
    }
    if (silicon.isEmpty() && version.filter(v -> v.compareTo(SAYS_SO) < 0).isEmpty()) {
      throw refused(
          "The host has not said yet whether it has Apple silicon; refetch it and try again");
    }
  }

  private static MdmException refused(String why) {
    return MdmException.conflict("escrow.no_recovery_lock", why + ".");
  }
}
