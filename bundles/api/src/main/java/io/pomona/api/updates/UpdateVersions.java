package io.pomona.api.updates;

import io.pomona.api.enrollment.TeamVersions;

/** Finds Macs by where they are with regard to the macOS that is required. */
public interface UpdateVersions {
  /**
   * What enrolled Macs run of which this is so, as far as versions say it; for those that failed
   * what they reported counts as well, and they are pending or overdue besides. One statement for
   * each team that requires anything.
   *
   * @throws io.pomona.api.MdmException invalid for a state that versions do not tell
   */
  TeamVersions versions(HostUpdate.State state);
}
