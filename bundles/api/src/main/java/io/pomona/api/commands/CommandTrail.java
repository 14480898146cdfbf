package io.pomona.api.commands;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way of one command on one channel, as far as it was noted. That a Mac gets a command again
 * whose answer was lost is not: it would cost a write at a poll.
 *
 * @param reason why it was sent, empty text where nobody said so
 * @param urgent whether it goes before routine ones
 * @param handedOutAt when the Mac fetched it last, unless it said NotNow since
 * @param notNows each time that the Mac put it off, oldest first
 * @param endedBy who cancelled or replaced it, empty text otherwise
 * @param replacedBy the newer command that took its place
 * @param answered whether the Mac's answer is kept
 */
public record CommandTrail(
    CommandRecord command,
    String reason,
    boolean urgent,
    Optional<Instant> handedOutAt,
    List<NotNow> notNows,
    String endedBy,
    Optional<CommandUuid> replacedBy,
    boolean answered) {
  public CommandTrail {
    notNows = List.copyOf(notNows);
  }

  /** A Mac fetched a command and put it off. */
  public record NotNow(Instant handedOutAt, Instant at) {}
}
