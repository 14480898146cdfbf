package io.pomona.api.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was queued and what became of it, for people and for the slices that asked. */
public interface CommandHistoryStore {
  /** Newest first; {@code after} is the row id below which to go on, 0 for the newest. */
  default List<CommandRecord> list(Optional<HostId> host, PageRequest page) {
    return list(host, TeamScope.everywhere(), page);
  }

  /**
   * The same, of hosts of these teams only.
   *
   * @param scope whose hosts, by the team that they are in now
   */
  List<CommandRecord> list(Optional<HostId> host, TeamScope scope, PageRequest page);

  /** One command for all its channels, empty when the UUID is unknown. */
  List<CommandRecord> find(CommandUuid uuid);

  Optional<CommandRecord> find(CommandUuid uuid, ChannelId channel);

  /** Each of these that is known, in no order. */
  List<CommandRecord> findAll(Collection<Sent> sent);

  /** One command for the channels of these hosts, as far as it went to them. */
  List<CommandRecord> find(CommandUuid uuid, Collection<HostId> hosts);

  /**
   * One command for a part of its channels, in the order of these.
   *
   * @param scope only hosts of these teams, by the team that they are in now
   * @param after go on behind this channel
   */
  List<CommandRecord> find(CommandUuid uuid, TeamScope scope, Optional<ChannelId> after, int limit);

  /** Whether all hosts that a command went to are in these teams now. */
  boolean isWithin(CommandUuid uuid, TeamScope scope);

  /**
   * The answers of the first of these channels: an answer may be as large as a whole inventory.
   *
   * @param mostBytes those behind are left out where all would be more than about this; the first
   *     one is given whatever its size
   */
  CommandAnswers results(CommandUuid uuid, List<ChannelId> channels, long mostBytes);

  /** The answer as it came, empty when there is none. */
  Optional<byte[]> result(CommandUuid uuid, ChannelId channel);

  /** The command as it was queued. */
  Optional<byte[]> body(CommandUuid uuid);

  /** A command for one of its channels. */
  record Sent(CommandUuid uuid, ChannelId channel) {}
}
