package io.pomona.api.organization;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a Mac did.
 *
 * @param channel the Mac's, or that of one of its users
 * @param status what a Mac says of a command, in its own word: {@code Acknowledged}
 * @param payload the message itself; empty where it is not wanted or may hold a secret
 */
public record DeviceEvent(
    DeviceTopic topic,
    ChannelId channel,
    Optional<String> status,
    Optional<String> commandUuid,
    Optional<byte[]> payload,
    Instant at) {}
