package io.pomona.commands.timeline;

import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why a Mac is pending, in one sentence: the first rule that fits says it. */
final class WaitingReason {
  private static final Duration ANSWERS_SOON = Duration.ofMinutes(10);

  private final Situation situation;
  private final Moments moments;
  private final Obstacle obstacle;

  private WaitingReason(Situation situation) {
    this.situation = situation;
    this.moments = new Moments(situation.now());
    this.obstacle = new Obstacle(situation);
  }

  static String of(Situation situation) {
    return new WaitingReason(situation).sentence();
  }

  private String sentence() {
    if (!situation.mdmOn()) {
      return "MDM is off on this Mac: nothing can be sent to it before it enrolls.";
    }
    if (situation.waiting().isEmpty()) {
      return "Nothing waits for this Mac.";
    }
    CommandTrail first = situation.waiting().get(0);
    return switch (first.command().state()) {
      case SENT -> underWay(first);
      case NOT_NOW -> allPutOff() ? putOff(first) : waits(first);
      default -> waits(first);
    };
  }

  private boolean allPutOff() {
    return situation.waiting().stream()
        .allMatch(each -> each.command().state() == CommandState.NOT_NOW);
  }

  private String underWay(CommandTrail first) {
    Instant at = first.handedOutAt().orElse(first.command().updatedAt());
    String fetched =
        name(first)
            + " is under way: the Mac fetched it "
            + moments.ago(at)
            + " and has not answered yet";
    if (moments.isWithin(ANSWERS_SOON, at)) {
      return fetched + "." + behind();
    }
    return fetched
        + "; it gets it again when it polls. "
        + sentence(obstacle.before(first))
        + behind();
  }

  private String behind() {
    int others = situation.channel().waiting() - 1;
    return others < 1 ? "" : " " + Counts.more(others) + (others == 1 ? " waits." : " wait.");
  }

  private String putOff(CommandTrail first) {
    List<NotNow> said = first.notNows();
    String when =
        said.isEmpty() ? "" : ", the last time " + moments.ago(said.get(said.size() - 1).at());
    String again =
        obstacle
            .trouble(first)
            .or(
                () ->
                    situation
                        .channel()
                        .nextPush()
                        .map(at -> "it is asked again " + moments.ahead(at)))
            .orElse("it is asked again when it polls");
    return "The Mac said NotNow to "
        + name(first)
        + Counts.times(said.size())
        + when
        + "; "
        + again
        + "."
        + behind();
  }

  private String waits(CommandTrail first) {
    int others = situation.channel().waiting() - 1;
    String subject =
        others < 1 ? name(first) + " waits" : name(first) + " and " + Counts.more(others) + " wait";
    return subject + ": " + obstacle.before(first) + ".";
  }

  static String name(CommandTrail trail) {
    return (trail.urgent() ? "Urgent " : "") + trail.command().requestType();
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
