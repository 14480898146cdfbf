package io.pomona.api.commands;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hot queue. A channel without waiting commands costs no database access; an answer is
 * committed before {@link #exchange} returns. Each method is one transaction, which may share a
 * commit with others.
 */
public interface CommandQueueStore {
  /**
   * Stores what a Mac reported and gives the next command for it, if any, marked as under way.
   *
   * <p>Idle: the command under way again if there is one (its answer was lost), else the first of
   * all waiting, those put off by NotNow included. NotNow: puts the named one off and gives the
   * next that was not put off. An ended one: stores the result once, keyed by UUID, and gives the
   * next that was not put off; if only such remain, the channel becomes due for a push. Unknown
   * UUIDs change nothing. Order: priority descending, then age.
   *
   * <p>A command whose body cannot be opened ends with an error, and the next one is given.
   *
   * @return the command plist to answer with
   */
  Optional<byte[]> exchange(CommandReportEntry entry, Instant now);

  /**
   * Queues for every channel that is enabled, in the place of what waits under the same topic.
   *
   * @return the channels that were not enabled and got nothing
   */
  default List<ChannelId> enqueue(
      List<CommandOrder> orders, List<ActivityDraft> activities, Instant now) {
    return enqueue(orders, activities, TeamScope.everywhere(), now);
  }

  /**
   * The same, if all the hosts are in these teams now: one may have moved since somebody looked.
   *
   * @throws io.pomona.api.MdmException not found {@code commands.unknown_host}; nothing is queued
   */
  List<ChannelId> enqueue(
      List<CommandOrder> orders, List<ActivityDraft> activities, TeamScope within, Instant now);

  /**
   * Cancels what has not ended. A command under way is no longer awaited; if its answer comes, it
   * is ignored.
   *
   * @param channels those to cancel it for, each with the activity that is written if something was
   *     cancelled; who does it is remembered with the command
   */
  Cancelled cancel(CommandUuid uuid, Map<ChannelId, ActivityDraft> channels, Instant now);

  /** Ends commands past their deadline, oldest first; tells their owners through the outbox. */
  int expire(Instant now, int limit);

  /**
   * For how many channels a command was cancelled.
   *
   * @param waiting it will never be handed out there
   * @param underWay it was handed out already: the Mac may carry it out all the same
   */
  record Cancelled(int waiting, int underWay) {
    public int all() {
      return waiting + underWay;
    }
  }
}
