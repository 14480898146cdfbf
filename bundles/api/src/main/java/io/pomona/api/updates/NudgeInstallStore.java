package io.pomona.api.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * On which Macs Nudge is, as far as is known. Each method is one transaction; one that writes when
 * a Mac is told again marks it as {@linkplain NudgeDueStore due} then.
 */
public interface NudgeInstallStore {
  Map<HostId, NudgeInstall> of(Collection<HostId> hosts);

  Optional<NudgeInstall> byToken(String tokenSha256);

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
