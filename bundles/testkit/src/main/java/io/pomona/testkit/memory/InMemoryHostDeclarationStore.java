package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryHostDeclarationStore implements HostDeclarationStore {
  private final World world;

  public InMemoryHostDeclarationStore(World world) {
    this.world = world;
  }

  @Override
  public List<Host> leaseDue(int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.declarative.marks.lease(world, limit, now, lease);
    }
  }

  @Override
  public void markDue(Collection<HostId> hosts, Instant at) {
    synchronized (world) {
      hosts.forEach(id -> world.host(id).ifPresent(row -> world.declarative.marks.mark(row, at)));
    }
  }

  @Override
  public void markAllDue(Instant at) {
    synchronized (world) {
      world.hosts.values().forEach(row -> world.declarative.marks.mark(row, at));
    }
  }

  @Override
  public Map<HostId, DeclarationStanding> standings(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, DeclarationStanding> found = new HashMap<>();
      world.declarative.standings.forEach(
          (channel, standing) ->
              world
                  .channel(channel)
                  .filter(row -> !channel.isUser() && hosts.contains(row.host))
                  .ifPresent(row -> found.put(row.host, standing)));
      return found;
    }
  }

  private DeclarationStanding of(ChannelId channel) {
    return world.declarative.standings.getOrDefault(channel, DeclarationStanding.NONE);
  }

  @Override
  public void tell(
      Map<ChannelId, String> told, List<CommandOrder> orders, List<HostId> looked, Instant now) {
    synchronized (world) {
      world.enqueue(orders, now);
      told.forEach(
          (channel, token) ->
              put(
                  channel,
                  new DeclarationStanding(
                      Optional.of(token), now, of(channel).fetched(), of(channel).fetchedAt())));
      looked.forEach(world.declarative.marks::done);
    }
  }

  private void put(ChannelId channel, DeclarationStanding standing) {
    if (world.isEnabled(channel)) {
      world.declarative.standings.put(channel, standing);
    }
  }

  @Override
  public void fetched(ChannelId channel, String token, Instant now) {
    synchronized (world) {
      DeclarationStanding before = of(channel);
      put(
          channel,
          new DeclarationStanding(before.told(), before.toldAt(), Optional.of(token), now));
    }
  }

  @Override
  public void lost(ChannelId channel, Instant again) {
    synchronized (world) {
      world.declarative.standings.computeIfPresent(
          channel,
          (id, before) ->
              new DeclarationStanding(
                  Optional.empty(), before.toldAt(), before.fetched(), before.fetchedAt()));
      world.hostOf(channel).ifPresent(row -> world.declarative.marks.mark(row, again));
    }
  }
}
