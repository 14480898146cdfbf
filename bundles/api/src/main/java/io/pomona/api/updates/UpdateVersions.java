package io.pomona.api.updates;

import io.pomona.api.enrollment.TeamVersions;

/** Finds Macs by where they are with regard to the macOS that is required. */
public interface UpdateVersions {
  /**
   * What enrolled Macs run of which this is so, as far as versions say it. One statement for each
   * team that requires anything.
   *
   * @throws io.pomona.api.MdmException invalid for a state that versions do not tell
   */
  TeamVersions versions(HostUpdate.State state);
}
