package io.pomona.api.commands;

import io.pomona.api.apns.PushVerdict;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * A push and what became of it. It is for whatever waits for the channel.
 *
 * @param reason Apple's word, or ours in plain words when Apple was not reached
 */
public record PushRecord(
    ChannelId channel, Instant at, PushVerdict.Outcome outcome, String reason) {}
