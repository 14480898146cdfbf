package io.pomona.commands.timeline;

import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of commands as steps. */
final class Events {
  private Events() {}

  static List<Event> newestFirst(List<CommandTrail> trails, List<PushRecord> pushes) {
    return Stream.concat(
            trails.stream().flatMap(trail -> of(trail).stream()), pushes.stream().map(Events::of))
        .sorted(Event.NEWEST_FIRST)
        .toList();
  }

  static Event of(PushRecord push) {
    EventKind kind = push.outcome() == Outcome.ACCEPTED ? EventKind.PUSHED : EventKind.PUSH_FAILED;
    return new Event(push.at(), kind, Optional.empty(), "", PushWords.of(push) + ".");
  }

  static List<Event> of(CommandTrail trail) {
    List<Event> events = new ArrayList<>();
    events.add(queued(trail));
    for (NotNow said : trail.notNows()) {
      events.add(handedOut(trail, said.handedOutAt(), events.size() > 1));
      events.add(
          event(trail, said.at(), EventKind.NOT_NOW, "", "The Mac cannot do it now (NotNow)."));
    }
    trail.handedOutAt().ifPresent(at -> events.add(handedOut(trail, at, events.size() > 1)));
    if (trail.command().state().isEnded()) {
      events.add(end(trail));
    }
    return events;
  }

  private static Event queued(CommandTrail trail) {
    CommandRecord command = trail.command();
    String how = trail.urgent() ? "Queued before all that is routine" : "Queued";
    String why = trail.reason().isEmpty() ? "." : ": " + trail.reason();
    return event(trail, command.createdAt(), EventKind.QUEUED, command.requestedBy(), how + why);
  }

  private static Event handedOut(CommandTrail trail, Instant at, boolean again) {
    return again
        ? event(trail, at, EventKind.RETRIED, "", "The Mac polled and got it again.")
        : event(trail, at, EventKind.HANDED_OUT, "", "The Mac polled and got it.");
  }

  private static Event end(CommandTrail trail) {
    Instant at = trail.command().updatedAt();
    String detail = trail.command().detail();
    return switch (trail.command().state()) {
      case CANCELLED -> cancelled(trail, at);
      case EXPIRED ->
          event(trail, at, EventKind.EXPIRED, "", "Given up at its deadline: no answer came.");
      case ACKNOWLEDGED -> event(trail, at, EventKind.ANSWERED, "", "The Mac acknowledged it.");
      default ->
          trail.answered()
              ? event(trail, at, EventKind.ANSWERED, "", refused(detail))
              : event(trail, at, EventKind.FAILED, "", detail);
    };
  }

  private static String refused(String detail) {
    return detail.isEmpty() ? "The Mac refused it." : "The Mac refused it: " + detail;
  }

  private static Event cancelled(CommandTrail trail, Instant at) {
    String fetched =
        trail.handedOutAt().isPresent()
            ? " The Mac had fetched it, and may have carried it out."
            : "";
    String by = trail.endedBy();
    Optional<CommandUuid> newer = trail.replacedBy();
    if (newer.isPresent()) {
      String text = "The newer command " + newer.get().value() + " took its place." + fetched;
      return event(trail, at, EventKind.SUPERSEDED, by, text);
    }
    String detail = trail.command().detail();
    String text = "Cancelled" + (detail.isEmpty() ? "." : ": " + detail) + fetched;
    return event(trail, at, EventKind.CANCELLED, by, text);
  }

  private static Event event(
      CommandTrail trail, Instant at, EventKind kind, String by, String text) {
    return new Event(at, kind, Optional.of(trail), by, text);
  }
}
