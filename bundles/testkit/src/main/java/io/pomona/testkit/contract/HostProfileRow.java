package io.pomona.testkit.contract;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import java.util.Optional;

/**
 * A profile on a Mac, as contracts need it: to be installed, and changed when their story begins.
 */
final class HostProfileRow {
  private HostProfileRow() {}

  static HostProfile row(HostId host, String identifier, ProfileStatus status) {
    return row(host, identifier, status, Optional.empty(), "", 0);
  }

  static HostProfile row(
      HostId host,
      String identifier,
      ProfileStatus status,
      Optional<CommandUuid> command,
      String detail,
      int retries) {
    return new HostProfile(
        host,
        "custom",
        identifier,
        "Name of " + identifier,
        "UUID-" + identifier,
        Fixtures.hash(identifier),
        ProfileOperation.INSTALL,
        status,
        command,
        detail,
        retries,
        StoreContract.T);
  }
}
