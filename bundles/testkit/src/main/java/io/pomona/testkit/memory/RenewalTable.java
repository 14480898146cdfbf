package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
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

  void forget(ChannelId device) {
    attempts.remove(device);
  }
}
