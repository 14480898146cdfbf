package io.pomona.api.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.util.List;
import java.util.Optional;

/** What was queued and what became of it, for people and for the slices that asked. */
public interface CommandHistoryStore {
  /** Newest first; {@code after} is the row id below which to go on, 0 for the newest. */
  List<CommandRecord> list(Optional<HostId> host, PageRequest page);

  /** One command for all its channels, empty when the UUID is unknown. */
  List<CommandRecord> find(CommandUuid uuid);

  Optional<CommandRecord> find(CommandUuid uuid, ChannelId channel);

  /** The answer as it came, empty when there is none. */
  Optional<byte[]> result(CommandUuid uuid, ChannelId channel);

  /** The command as it was queued. */
  Optional<byte[]> body(CommandUuid uuid);
}
