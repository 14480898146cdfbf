package io.pomona.commands.timeline;

import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.PushRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What stands between a Mac and its next poll, in words that go on a sentence. */
final class Obstacle {
  private static final Duration POLLS_SOON = Duration.ofMinutes(2);
  private static final Duration OVERDUE = Duration.ofMinutes(3);

  private final Situation situation;
  private final Moments moments;

  Obstacle(Situation situation) {
    this.situation = situation;
    this.moments = new Moments(situation.now());
  }

  String before(CommandTrail first) {
    return trouble(first).orElseGet(() -> silence(first));
  }

  /** Something is wrong with pushes to it. */
  Optional<String> trouble(CommandTrail first) {
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
        .map(at -> "; the next push is sent " + moments.ahead(at))
        .orElse("");
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
        + times(situation.acceptedSinceSeen())
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
    return queued + next.map(at -> ", and the Mac is pushed to " + moments.ahead(at)).orElse("");
  }

  private static String times(int number) {
    return number < 2 ? " " : Counts.times(number) + ", the last time ";
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
}
