package io.pomona.api.outbox;

import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;

/**
 * @param topic one of {@link OutboxTopic}
 * @param channel the enrollment channel that it is about
 * @param commandUuid set for command outcomes
 * @param attempts how often it was leased before, 0 at first
 */
public record OutboxItem(
    long id, OutboxTopic topic, ChannelId channel, Optional<String> commandUuid, int attempts) {}
