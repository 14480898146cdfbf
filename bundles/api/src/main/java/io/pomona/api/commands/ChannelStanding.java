package io.pomona.api.commands;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel stands.
 *
 * @param enabled whether it is in use
 * @param tokenUsable whether it has a push token that Apple has not refused
 * @param waiting how many commands have not ended
 * @param nextPush when it is pushed to next if commands still wait, empty when none do
 */
public record ChannelStanding(
    boolean enabled, boolean tokenUsable, int waiting, Optional<Instant> nextPush) {
  /** Of a channel that does not exist. */
  public static final ChannelStanding NONE = new ChannelStanding(false, false, 0, Optional.empty());
}
