package io.pomona.commands.timeline;

import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.PushRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a Mac is pending, in one sentence: the first rule that fits says it. */
final class WaitingReason {
  private static final Duration ANSWERS_SOON = Duration.ofMinutes(10);
  private static final Duration POLLS_SOON = Duration.ofMinutes(2);
  private static final Duration OVERDUE = Duration.ofMinutes(3);

  private final Situation situation;
  private final Moments moments;

  private WaitingReason(Situation situation) {
    this.situation = situation;
    this.moments = new Moments(situation.now());
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
            + " and has not "
            + "answered yet";
    if (moments.isWithin(ANSWERS_SOON, at)) {
      return fetched + "." + behind();
    }
    return fetched + "; it gets it again when it polls. " + sentence(reach(first)) + behind();
  }

  private String behind() {
    int others = situation.channel().waiting() - 1;
    return others < 1
        ? ""
        : others == 1 ? " 1 more command waits." : " " + others + " more commands wait.";
  }

  private String putOff(CommandTrail first) {
    List<NotNow> said = first.notNows();
    String when =
        said.isEmpty() ? "" : ", the last time " + moments.ago(said.get(said.size() - 1).at());
    String again =
        trouble(first)
            .or(() -> situation.channel().nextPush().map(at -> "it is asked again " + ahead(at)))
            .orElse("it is asked again when it polls");
    return "The Mac said NotNow to "
        + name(first)
        + times(said.size())
        + when
        + "; "
        + again
        + "."
        + behind();
  }

  private static String times(int number) {
    return number < 2 ? "" : number == 2 ? " twice" : " " + number + " times";
  }

  private String waits(CommandTrail first) {
    int others = situation.channel().waiting() - 1;
    String subject =
        others < 1
            ? name(first) + " waits"
            : name(first) + " and " + others + " more command" + (others == 1 ? "" : "s") + " wait";
    return subject + ": " + reach(first) + ".";
  }

  static String name(CommandTrail trail) {
    return (trail.urgent() ? "Urgent " : "") + trail.command().requestType();
  }

  /** What stands between the Mac and its next poll. */
  private String reach(CommandTrail first) {
    return trouble(first).orElseGet(() -> silence(first));
  }

  private Optional<String> trouble(CommandTrail first) {
    return certificate()
        .or(this::token)
        .or(() -> situation.lastPush(first.command().createdAt()).flatMap(this::verdict));
  }

  private Optional<String> certificate() {
    if (situation.certificate().isEmpty()) {
      return Optional.of(
          "no push certificate is loaded, so that the Mac is not pushed to; load one");
    }
    return situation
        .certificate()
        .filter(known -> !known.notAfter().isAfter(situation.now()))
        .map(
            ended ->
                "the push certificate ended "
                    + moments.ago(ended.notAfter())
                    + ", so that the Mac is not pushed to; renew it");
  }

  private Optional<String> token() {
    if (!situation.channel().enabled()) {
      return Optional.of("the Mac has not finished enrolling, so that it cannot be pushed to yet");
    }
    if (situation.channel().tokenUsable()) {
      return Optional.empty();
    }
    String said =
        situation.pushes().stream()
            .filter(push -> push.outcome() == Outcome.UNREGISTERED || isBad(push))
            .findFirst()
            .map(push -> lower(PushWords.of(push)) + ", " + moments.ago(push.at()))
            .orElse("APNs refused the Mac's push token");
    return Optional.of(said + "; no push is sent before the Mac reports a new token" + seen());
  }

  private static boolean isBad(PushRecord push) {
    return push.outcome() == Outcome.BAD_TOKEN;
  }

  private Optional<String> verdict(PushRecord last) {
    return switch (last.outcome()) {
      case ACCEPTED, UNREGISTERED, BAD_TOKEN -> Optional.empty();
      case REFUSED ->
          Optional.of(told(last) + "; an admin must act, see the status of apns" + again());
      case THROTTLED, UNAVAILABLE, NO_CERTIFICATE -> Optional.of(told(last) + again());
    };
  }

  private String told(PushRecord push) {
    return lower(PushWords.of(push)) + ", " + moments.ago(push.at());
  }

  private String again() {
    return situation
        .channel()
        .nextPush()
        .map(at -> "; the next push is sent " + ahead(at))
        .orElse("");
  }

  /** A push that is due goes out with the next sweep. */
  private String ahead(Instant at) {
    return moments.ahead(at);
  }

  private String silence(CommandTrail first) {
    Optional<PushRecord> last = situation.lastPush(first.command().createdAt());
    if (last.isEmpty()) {
      return unpushed(first);
    }
    Instant at = last.get().at();
    boolean polledSince = situation.lastSeen().filter(at::isBefore).isPresent();
    if (polledSince) {
      return "the Mac polled " + moments.ago(situation.lastSeen().get()) + again();
    }
    if (moments.isWithin(POLLS_SOON, at) && situation.acceptedSinceSeen() < 2) {
      return "the Mac was pushed to " + moments.ago(at) + " and has not polled yet";
    }
    return "the Mac was pushed to"
        + pushedTimes(situation.acceptedSinceSeen())
        + moments.ago(at)
        + ", and has not polled"
        + seenSince()
        + ": it is off, asleep or offline"
        + again();
  }

  private String unpushed(CommandTrail first) {
    String queued = "it was queued " + moments.ago(first.command().createdAt());
    Optional<Instant> next = situation.channel().nextPush();
    if (next.filter(at -> at.plus(OVERDUE).isBefore(situation.now())).isPresent()) {
      return queued + ", and its push is overdue; see the status of commands";
    }
    return queued + next.map(at -> ", and the Mac is pushed to " + ahead(at)).orElse("");
  }

  private static String pushedTimes(int number) {
    return number < 2 ? " " : times(number) + ", the last time ";
  }

  private String seenSince() {
    return situation.lastSeen().map(at -> " " + moments.since(at)).orElse(" at all");
  }

  private String seen() {
    return situation
        .lastSeen()
        .map(at -> "; it was heard of " + moments.ago(at) + " and gets it when it polls by itself")
        .orElse("");
  }

  private static String lower(String words) {
    return words.startsWith("APNs")
        ? words
        : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
