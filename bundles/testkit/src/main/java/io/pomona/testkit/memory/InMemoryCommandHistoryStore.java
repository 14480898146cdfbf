package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.util.List;
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
          .filter(row -> scope.all() || isOf(row, scope))
          .skip(page.offset())
          .limit(page.limit())
          .map(this::toRecord)
          .toList();
    }
  }

  private boolean isOf(CommandRow row, TeamScope scope) {
    return world.host(row.host).filter(host -> scope.includes(host.team)).isPresent();
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
