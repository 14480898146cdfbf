package io.pomona.api.abm;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the set-up of each Mac is; it ends with the host. Each method is one transaction. */
public interface MacSetupStore {
  /**
   * Keeps it and queues its commands, unless that of this enrollment, or of a later one, is kept
   * already. It takes the place of that of an earlier one.
   *
   * @return whether it was new
   */
  boolean begin(MacSetup setup, List<CommandOrder> commands, Instant now);

  Optional<MacSetup> find(HostId host);

  Optional<MacSetup> byDownload(String tokenSha256);

  /**
   * Device channels of enrolled Macs that say that they wait in Setup Assistant, though nothing was
   * begun for this enrollment, or what was begun has ended without a release: the news of them did
   * not come.
   */
  List<ChannelId> unbegun(Instant enrolledBefore, int limit);

  /** Those of enrolled Macs that have not ended, by host behind this one. */
  List<MacSetup> open(HostId after, int limit);

  /** Of {@link #open} ones, how many there are. */
  Counts counts(Instant now);

  /**
   * @param late those past their deadline
   * @param forAdmin those of the late ones that are prepared still, and whose team wants an admin
   *     to release them
   */
  record Counts(long open, long late, long forAdmin) {}

  /**
   * Keeps what has changed, with what it causes.
   *
   * @return whether it was kept: not if somebody else has changed it since it was read, and then
   *     nothing is written
   */
  boolean save(MacSetup changed, Effects effects, Instant now);

  /**
   * What a change causes.
   *
   * @param ahead the command that goes before another one that is under way, as long as it is
   *     queued: a Mac that does not answer that one would never see it. It is handed out again
   *     after it
   */
  record Effects(
      List<CommandOrder> commands, Optional<CommandUuid> ahead, List<ActivityDraft> activities) {
    public Effects {
      commands = List.copyOf(commands);
      activities = List.copyOf(activities);
    }

    public static Effects none() {
      return new Effects(List.of(), Optional.empty(), List.of());
    }

    public static Effects of(List<CommandOrder> commands) {
      return new Effects(commands, Optional.empty(), List.of());
    }

    public static Effects told(ActivityDraft activity) {
      return new Effects(List.of(), Optional.empty(), List.of(activity));
    }

    /** What was sent before goes before what is under way. */
    public static Effects first(CommandUuid sent) {
      return new Effects(List.of(), Optional.of(sent), List.of());
    }

    /** A command that goes first, and what is said of it. */
    public static Effects first(CommandOrder command, List<ActivityDraft> activities) {
      return new Effects(List.of(command), Optional.of(command.command().uuid()), activities);
    }
  }
}
