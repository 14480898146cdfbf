package io.pomona.commands.rest;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.PushRecord;
import io.pomona.commands.timeline.Event;
import io.pomona.commands.timeline.EventKind;
import io.pomona.commands.timeline.PushWords;
import io.pomona.commands.timeline.Timelines.OfCommand;
import io.pomona.commands.timeline.Timelines.OfHost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms of timelines in the admin API. */
public final class TimelineViews {
  private TimelineViews() {}

  /**
   * One step.
   *
   * @param commandUuid empty for a push, which is for whatever waits
   * @param by who wanted it
   * @param text in words
   */
  public record EventView(
      Instant time,
      String kind,
      Optional<String> commandUuid,
      Optional<String> requestType,
      Optional<String> by,
      Optional<String> reason,
      Optional<String> status,
      Optional<String> supersededBy,
      String text) {
    static EventView of(Event event) {
      Optional<CommandRecord> command = event.command().map(CommandTrail::command);
      boolean first = event.kind() == EventKind.QUEUED;
      boolean last = command.filter(record -> isEnd(event, record)).isPresent();
      return new EventView(
          event.time(),
          event.kind().label(),
          command.map(record -> record.uuid().value()),
          command.map(CommandRecord::requestType),
          Optional.of(event.by()).filter(text -> !text.isEmpty()),
          event.command().map(CommandTrail::reason).filter(text -> first && !text.isEmpty()),
          command.map(record -> record.state().label()).filter(label -> last),
          event
              .command()
              .flatMap(CommandTrail::replacedBy)
              .map(uuid -> uuid.value())
              .filter(uuid -> last),
          event.text());
    }

    private static boolean isEnd(Event event, CommandRecord command) {
      return switch (event.kind()) {
        case ANSWERED, CANCELLED, SUPERSEDED, EXPIRED, FAILED -> command.state().isEnded();
        default -> false;
      };
    }
  }

  /** A push and what Apple said to it. */
  public record PushView(Instant time, String verdict, String reason, String text) {
    static PushView of(PushRecord push) {
      return new PushView(
          push.at(),
          push.outcome().name().toLowerCase(Locale.ROOT),
          push.reason(),
          PushWords.of(push) + ".");
    }
  }

  /**
   * What a Mac waits for and what happened.
   *
   * @param sentence why it is pending
   * @param waiting how many commands have not ended
   * @param nextAfter where the next page begins
   */
  public record HostTimelineView(
      long hostId,
      Optional<String> hostUuid,
      String hostname,
      String sentence,
      int waiting,
      Optional<PushView> lastPush,
      Optional<Instant> nextPushAt,
      Optional<Instant> lastSeenAt,
      List<EventView> events,
      Optional<Long> nextAfter) {
    static HostTimelineView of(OfHost timeline) {
      return new HostTimelineView(
          timeline.host().id().value(),
          timeline.host().udid(),
          timeline.host().facts().name(),
          timeline.sentence(),
          timeline.standing().waiting(),
          timeline.lastPush().map(PushView::of),
          timeline.standing().nextPush(),
          timeline.host().lastSeenAt(),
          timeline.events().stream().map(EventView::of).toList(),
          timeline.next());
    }
  }

  /** A command on one Mac. */
  public record CommandOnHostView(
      long hostId,
      String hostUuid,
      String hostname,
      String status,
      boolean urgent,
      String sentence,
      List<EventView> events) {
    static CommandOnHostView of(OfCommand timeline) {
      CommandRecord command = timeline.trail().command();
      return new CommandOnHostView(
          command.host().value(),
          command.channel().value(),
          command.hostName(),
          command.state().label(),
          timeline.trail().urgent(),
          timeline.sentence(),
          timeline.events().stream().map(EventView::of).toList());
    }
  }

  /**
   * A command on its Macs.
   *
   * @param nextAfter where the next page begins
   */
  public record CommandTimelineView(
      String commandUuid,
      String requestType,
      String requestedBy,
      String reason,
      List<CommandOnHostView> hosts,
      Optional<String> nextAfter) {
    static CommandTimelineView of(List<OfCommand> timelines, int limit) {
      CommandTrail any = timelines.get(0).trail();
      CommandRecord last = timelines.get(timelines.size() - 1).trail().command();
      return new CommandTimelineView(
          any.command().uuid().value(),
          any.command().requestType(),
          any.command().requestedBy(),
          any.reason(),
          timelines.stream().map(CommandOnHostView::of).toList(),
          Optional.of(last.channel().value()).filter(channel -> timelines.size() == limit));
    }
  }
}
