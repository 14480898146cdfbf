package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandAnswers;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryCommandHistoryStore implements CommandHistoryStore {
  private final World world;

  public InMemoryCommandHistoryStore(World world) {
    this.world = world;
  }

  @Override
  public List<CommandRecord> list(Optional<HostId> host, TeamScope scope, PageRequest page) {
    synchronized (world) {
      return world.queue.descendingMap().values().stream()
          .filter(row -> page.after() == 0 || row.id < page.after())
          .filter(row -> host.isEmpty() || host.get().equals(row.host))
          .filter(row -> world.isWithin(row, scope))
          .skip(page.offset())
          .limit(page.limit())
          .map(this::toRecord)
          .toList();
    }
  }

  @Override
  public List<CommandRecord> find(CommandUuid uuid) {
    synchronized (world) {
      return world.queue.values().stream()
          .filter(row -> row.command.uuid().equals(uuid))
          .map(this::toRecord)
          .toList();
    }
  }

  @Override
  public Optional<CommandRecord> find(CommandUuid uuid, ChannelId channel) {
    synchronized (world) {
      return world.command(uuid, channel).map(this::toRecord);
    }
  }

  @Override
  public List<CommandRecord> findAll(Collection<Sent> sent) {
    return sent.stream()
        .distinct()
        .flatMap(one -> find(one.uuid(), one.channel()).stream())
        .toList();
  }

  @Override
  public List<CommandRecord> find(CommandUuid uuid, Collection<HostId> hosts) {
    return find(uuid).stream().filter(command -> hosts.contains(command.host())).toList();
  }

  @Override
  public List<CommandRecord> find(
      CommandUuid uuid, TeamScope scope, Optional<ChannelId> after, int limit) {
    synchronized (world) {
      return world.rows(uuid, scope, after).limit(limit).map(this::toRecord).toList();
    }
  }

  @Override
  public boolean isWithin(CommandUuid uuid, TeamScope scope) {
    synchronized (world) {
      return world
          .rows(uuid, TeamScope.everywhere(), Optional.empty())
          .allMatch(row -> world.isWithin(row, scope));
    }
  }

  @Override
  public CommandAnswers results(CommandUuid uuid, List<ChannelId> channels, long mostBytes) {
    Map<ChannelId, byte[]> results = new HashMap<>();
    long left = mostBytes;
    int read = 0;
    for (ChannelId channel : channels) {
      Optional<byte[]> answer = result(uuid, channel);
      left -= answer.map(bytes -> bytes.length).orElse(0);
      if (read > 0 && left < 0) {
        break;
      }
      answer.ifPresent(bytes -> results.put(channel, bytes));
      read++;
    }
    return new CommandAnswers(read, results);
  }

  @Override
  public Optional<byte[]> result(CommandUuid uuid, ChannelId channel) {
    synchronized (world) {
      return world.command(uuid, channel).flatMap(row -> row.result);
    }
  }

  @Override
  public Optional<byte[]> body(CommandUuid uuid) {
    synchronized (world) {
      return Optional.ofNullable(world.commands.get(uuid)).map(NewCommand::body);
    }
  }

  private CommandRecord toRecord(CommandRow row) {
    return row.toRecord(world.host(row.host).map(host -> host.facts.name()).orElse(""));
  }
}
