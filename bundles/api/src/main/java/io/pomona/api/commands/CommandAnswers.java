package io.pomona.api.commands;

import io.pomona.protocol.channel.ChannelId;
import java.util.Map;

/**
 * What Macs answered to one command, as far as it fits into the memory that was set.
 *
 * @param channels of how many channels, from the first on, these are the answers; at least one of
 *     those that were asked for
 * @param byChannel as they came; a channel without an answer is left out
 */
public record CommandAnswers(int channels, Map<ChannelId, byte[]> byChannel) {}
