package io.pomona.testkit.memory;

import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.enrollment.HostId;
import java.util.Optional;

public final class InMemoryEndUserStore implements EndUserStore {
  private final World world;

  public InMemoryEndUserStore(World world) {
    this.world = world;
  }

  @Override
  public void put(HostId host, EndUser user) {
    synchronized (world) {
      if (world.hosts.containsKey(host)) {
        world.endUsers.put(host, user);
      }
    }
  }

  @Override
  public Optional<EndUser> find(HostId host) {
    synchronized (world) {
      return Optional.ofNullable(world.endUsers.get(host))
          .filter(user -> world.hosts.containsKey(host));
    }
  }
}
