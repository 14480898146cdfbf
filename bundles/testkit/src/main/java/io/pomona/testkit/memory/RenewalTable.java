package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The renewal attempts for the present certificates. */
final class RenewalTable {
  record Attempt(CommandUuid command, Instant until, int number) {}

  private final Map<ChannelId, Attempt> attempts = new HashMap<>();

  Optional<Attempt> find(ChannelId device) {
    return Optional.ofNullable(attempts.get(device));
  }

  void put(ChannelId device, Attempt attempt) {
    attempts.put(device, attempt);
  }

  /** The Mac has its new certificate; the next attempt is for that one. */
  void rest(ChannelId device, Instant now) {
    attempts.computeIfPresent(
        device, (mac, done) -> new Attempt(done.command(), now.plus(Duration.ofDays(1)), 0));
  }

  void forget(ChannelId device) {
    attempts.remove(device);
  }
}
