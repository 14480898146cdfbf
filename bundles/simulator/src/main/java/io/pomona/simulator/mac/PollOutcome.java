package io.pomona.simulator.mac;

import java.time.Duration;
import java.util.Optional;

/**
 * How a conversation went.
 *
 * @param commands handed out by the server
 * @param ending why it stopped
 * @param detail for people; empty where there is nothing to say
 * @param again when the Mac polls by itself; zero when it waits for a push
 */
public record PollOutcome(int commands, Ending ending, String detail, Duration again) {

  /** Why a conversation stopped. */
  public enum Ending {
    /** The server had nothing more. */
    EMPTY,
    /** The same after a NotNow: the Mac comes back by itself. */
    NOT_NOW,
    /** The Mac fell silent on a command. */
    SILENT,
    /** An answer waits for its time. */
    LATER,
    /** A 4xx or 5xx; an answer is kept for the next time. */
    REFUSED,
    /** The Mac has left: RemoveProfile, EraseDevice or a 401. */
    LEFT,
    /** It shows its lock screen, and nothing else. */
    LOCKED,
    /** No connection. */
    UNREACHABLE,
    /** There is no enrollment or no such channel. */
    NOT_ENROLLED
  }

  static PollOutcome of(int commands, Ending ending) {
    return new PollOutcome(commands, ending, "", Duration.ZERO);
  }

  static PollOutcome of(int commands, Ending ending, String detail) {
    return new PollOutcome(commands, ending, detail, Duration.ZERO);
  }

  PollOutcome again(Duration after) {
    return new PollOutcome(commands, ending, detail, after);
  }

  /** By itself after this long at the latest. */
  PollOutcome againWithin(Duration most) {
    return pollAgain().filter(it -> it.compareTo(most) < 0).isPresent() ? this : again(most);
  }

  public Optional<Duration> pollAgain() {
    return again.isZero() ? Optional.empty() : Optional.of(again);
  }
}
