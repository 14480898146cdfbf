package io.pomona.api.profiles;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
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
   * The overall status of each, as hosts are filtered by it; hosts that are not enrolled or have no
   * profiles are left out.
   */
  Map<HostId, ProfileStatus> overall(Collection<HostId> hosts);

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
   * How many enrolled hosts of a scope have each of these profiles of it how far; hosts to which
   * its bytes are still to be sent count as pending. All are counted at once, which takes a look at
   * each host and profile.
   */
  Map<ProfileId, Map<ProfileStatus, Long>> progress(
      Optional<TeamId> team, Collection<Profile> profiles);

  /** Those of the hosts counted above that have it so far, in ascending order of their ids. */
  List<HostId> hosts(
      Optional<TeamId> team,
      String identifier,
      String contentSha256,
      ProfileStatus status,
      PageRequest page);

  /**
   * Makes a profile that is on a host, or that failed there, pending again and marks the host.
   *
   * @param note kept as the detail while it is pending; not empty, since then what the Mac lists
   *     would count as the profile that is to be sent
   * @return whether it was so; if not, nothing was written: the host does not have it, it is
   *     pending already, or it is being removed
   */
  boolean resend(HostId host, String identifier, String note, Instant now, ActivityDraft activity);

  /** What is neither verified nor failed and has not changed since this time. */
  List<Waiting> waiting(Instant since);

  /**
   * Profiles that wait for the same.
   *
   * @param command how the command is that they wait for; empty: there is none, or it is forgotten
   * @param count pairs of host and profile
   */
  record Waiting(
      ProfileOperation operation,
      ProfileStatus status,
      Optional<CommandState> command,
      long count) {}

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

  /**
   * A command of one channel that another one replaces.
   *
   * @param by the newer one, empty when there is none: it is only not to be sent any more
   */
  record Superseded(CommandUuid uuid, ChannelId channel, Optional<CommandUuid> by) {
    public Superseded(CommandUuid uuid, ChannelId channel) {
      this(uuid, channel, Optional.empty());
    }
  }
}
