package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.organization.TeamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class InMemoryHostEncryptionStore implements HostEncryptionStore {
  private final World world;
  private final Encryptions encryptions;

  public InMemoryHostEncryptionStore(World world) {
    this.world = world;
    this.encryptions = new Encryptions(world);
  }

  @Override
  public Map<HostId, HostEncryption> of(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, HostEncryption> each = new HashMap<>();
      hosts.stream()
          .flatMap(id -> world.host(id).stream())
          .forEach(row -> each.put(row.id, encryptions.of(row)));
      return each;
    }
  }

  @Override
  public Map<DiskEncryptionStatus, Long> summary(Optional<TeamId> team) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.team.equals(team))
          .flatMap(row -> encryptions.of(row).status().stream())
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
  }
}
