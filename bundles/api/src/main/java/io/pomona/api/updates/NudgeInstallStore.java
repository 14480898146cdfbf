package io.pomona.api.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On which Macs Nudge is, as far as is known. Each method is one transaction. */
public interface NudgeInstallStore {
  Map<HostId, NudgeInstall> of(Collection<HostId> hosts);

  Optional<NudgeInstall> byToken(String tokenSha256);

  /**
   * Enrolled Macs of a team with one of these versions of macOS that were not told to install this
   * package since they enrolled, or are to be told again by now.
   */
  List<Host> wanting(
      Optional<TeamId> team,
      Collection<String> versions,
      String packageSha256,
      Instant now,
      int limit);

  /**
   * Writes that a Mac is told and queues the command.
   *
   * @param told with the version that was read, 0 where there was nothing
   * @return whether that was still so; if not, nothing was written
   */
  boolean tell(NudgeInstall told, CommandOrder command, Instant now);

  /**
   * @return whether the version was still there; if not, nothing was written
   */
  boolean save(NudgeInstall install);
}
