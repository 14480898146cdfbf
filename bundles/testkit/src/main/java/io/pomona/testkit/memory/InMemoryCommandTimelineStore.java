package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryCommandTimelineStore implements CommandTimelineStore {
  private final World world;

  public InMemoryCommandTimelineStore(World world) {
    this.world = world;
  }

  @Override
  public List<CommandTrail> ofHost(HostId host, PageRequest page) {
    synchronized (world) {
      return world.queue.descendingMap().values().stream()
          .filter(row -> page.after() == 0 || row.id < page.after())
          .filter(row -> host.equals(row.host))
          .skip(page.offset())
          .limit(page.limit())
          .map(world::trail)
          .toList();
    }
  }

  @Override
  public List<CommandTrail> ofCommand(
      CommandUuid uuid,
      Optional<HostId> host,
      TeamScope scope,
      Optional<ChannelId> after,
      int limit) {
    synchronized (world) {
      return world
          .rows(uuid, scope, after)
          .filter(row -> host.isEmpty() || host.get().equals(row.host))
          .limit(limit)
          .map(world::trail)
          .toList();
    }
  }

  @Override
  public List<CommandTrail> waiting(ChannelId channel, int limit) {
    synchronized (world) {
      return world.open(channel).stream()
          .sorted(Comparator.comparing(row -> row.state != CommandState.SENT))
          .limit(limit)
          .map(world::trail)
          .toList();
    }
  }

  @Override
  public List<PushRecord> pushes(List<Span> spans, int limit) {
    synchronized (world) {
      List<PushRecord> newestFirst = new ArrayList<>(world.pushes.descendingMap().values());
      return newestFirst.stream()
          .filter(push -> spans.stream().anyMatch(span -> isWithin(push, span)))
          .sorted(Comparator.comparing(PushRecord::at).reversed())
          .limit(limit)
          .toList();
    }
  }

  private static boolean isWithin(PushRecord push, Span span) {
    return push.channel().equals(span.channel())
        && !push.at().isBefore(span.from())
        && !push.at().isAfter(span.to());
  }

  @Override
  public ChannelStanding standing(ChannelId channel) {
    synchronized (world) {
      return world.channel(channel).map(this::standing).orElse(ChannelStanding.NONE);
    }
  }

  private ChannelStanding standing(ChannelRow row) {
    int waiting = world.open(row.channel).size();
    return new ChannelStanding(
        row.enabled,
        row.push.isPresent() && !row.tokenOutOfUse,
        waiting,
        row.nextPush.filter(at -> waiting > 0));
  }

  @Override
  public int forget(Instant before, int limit) {
    synchronized (world) {
      List<Long> old =
          world.pushes.entrySet().stream()
              .limit(limit)
              .filter(entry -> entry.getValue().at().isBefore(before))
              .map(Map.Entry::getKey)
              .toList();
      old.forEach(world.pushes::remove);
      int notNows = world.queue.values().stream().mapToInt(row -> row.forgetNotNows(before)).sum();
      return old.size() + notNows;
    }
  }
}
