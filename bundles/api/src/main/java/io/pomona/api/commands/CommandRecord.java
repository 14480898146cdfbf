package io.pomona.api.commands;

import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * One command for one channel.
 *
 * @param hostName as it is now
 * @param detail Apple's reason in words for an error, ours for what ended by itself, else empty
 */
public record CommandRecord(
    long id,
    CommandUuid uuid,
    ChannelId channel,
    HostId host,
    String hostName,
    String requestType,
    CommandState state,
    String owner,
    String requestedBy,
    String detail,
    Instant createdAt,
    Instant updatedAt) {}
