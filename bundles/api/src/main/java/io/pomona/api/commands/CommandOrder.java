package io.pomona.api.commands;

import io.pomona.protocol.channel.ChannelId;
import java.util.List;

/** One command to one or many channels; the body is stored once. */
public record CommandOrder(NewCommand command, List<ChannelId> channels) {
  public CommandOrder {
    channels = List.copyOf(channels);
  }
}
