package io.pomona.commands.timeline;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandTrail;
import java.util.List;

/** Where one command is on one Mac, in one sentence. */
final class CommandReason {
  private CommandReason() {}

  static String of(CommandTrail trail, Situation situation) {
    return trail.command().state().isEnded()
        ? ended(trail, new Moments(situation.now()))
        : waiting(trail, situation);
  }

  private static String ended(CommandTrail trail, Moments moments) {
    List<Event> events = Events.of(trail);
    String text = events.get(events.size() - 1).text();
    String by = trail.endedBy().isEmpty() ? "" : " by " + trail.endedBy();
    return "It ended " + moments.ago(trail.command().updatedAt()) + by + ". " + text;
  }

  private static String waiting(CommandTrail trail, Situation situation) {
    String reason = WaitingReason.of(situation);
    List<CommandRecord> line = situation.waiting().stream().map(CommandTrail::command).toList();
    int place = place(trail.command(), line);
    if (place == 0 || !situation.mdmOn()) {
      return reason;
    }
    String first = WaitingReason.name(situation.waiting().get(0));
    String others = place == 1 ? "" : " and " + Counts.more(place - 1);
    return "It waits behind " + first + others + ". " + reason;
  }

  private static int place(CommandRecord command, List<CommandRecord> line) {
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).uuid().equals(command.uuid())) {
        return i;
      }
    }
    return line.size();
  }
}
