package io.pomona.testkit.memory;

import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

final class OutboxRow {
  final long id;
  final OutboxTopic topic;
  private final ChannelId channel;
  private final Optional<String> commandUuid;
  Instant dueAt;
  private int leases;

  OutboxRow(
      long id, OutboxTopic topic, ChannelId channel, Optional<String> commandUuid, Instant dueAt) {
    this.id = id;
    this.topic = topic;
    this.channel = channel;
    this.commandUuid = commandUuid;
    this.dueAt = dueAt;
  }

  OutboxItem lease(Instant until) {
    dueAt = until;
    return new OutboxItem(id, topic, channel, commandUuid, leases++);
  }
}
