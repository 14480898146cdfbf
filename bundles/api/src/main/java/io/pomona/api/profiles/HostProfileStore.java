package io.pomona.api.profiles;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles on Macs. Each method is one transaction. */
public interface HostProfileStore {
  /** Enrolled hosts marked as to be reconciled, invisible to other nodes until the lease ends. */
  List<Host> leaseDirty(int limit, Instant now, Duration lease);

  /** Marks hosts as to be reconciled at the given time. */
  void markDirty(List<HostId> hosts, Instant at);

  /** Marks all enrolled hosts, for a daily sweep or a new contributor. */
  void markAllDirty(Instant at);

  Map<HostId, List<HostProfile>> statuses(List<HostId> hosts);

  /**
   * Replaces the given rows (by host and identifier), removes others, ends superseded commands,
   * queues the commands that follow, and takes the marks off {@code reconciled} unless they were
   * set anew since the lease.
   */
  void save(HostProfileChanges changes, Instant now);

  /** How many hosts have each overall status; hosts without profiles count nowhere. */
  Map<ProfileStatus, Long> summary(Optional<TeamId> team);

  /** On how many Macs of the team these profiles are wanted, sent or installed. */
  ProfileSpread spread(Optional<TeamId> team, Collection<String> identifiers);

  /**
   * @param removed pairs of host and identifier
   * @param superseded commands that must not be handed out any more, ended as cancelled before
   *     {@code commands} are queued; nobody is told. Those that have ended stay as they are
   */
  record HostProfileChanges(
      List<HostProfile> upserts,
      List<Removed> removed,
      List<CommandOrder> commands,
      List<HostId> reconciled,
      List<Superseded> superseded) {

    public HostProfileChanges(
        List<HostProfile> upserts,
        List<Removed> removed,
        List<CommandOrder> commands,
        List<HostId> reconciled) {
      this(upserts, removed, commands, reconciled, List.of());
    }
  }

  /** A row to remove. */
  record Removed(HostId host, String identifier) {}

  /** A command of one channel that another one replaces. */
  record Superseded(CommandUuid uuid, ChannelId channel) {}
}
