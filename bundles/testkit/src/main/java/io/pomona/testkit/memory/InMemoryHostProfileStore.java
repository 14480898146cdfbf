package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileSpread;
import io.pomona.api.profiles.ProfileStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class InMemoryHostProfileStore implements HostProfileStore {
  private final World world;

  public InMemoryHostProfileStore(World world) {
    this.world = world;
  }

  @Override
  public List<Host> leaseDirty(int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.isDue(now))
          .sorted(Comparator.comparing(row -> row.dirtyAt.orElse(now)))
          .limit(limit)
          .map(
              row -> {
                row.lease(now.plus(lease));
                return row.toHost();
              })
          .toList();
    }
  }

  @Override
  public void markDirty(List<HostId> hosts, Instant at) {
    synchronized (world) {
      hosts.forEach(id -> world.host(id).ifPresent(row -> row.mark(at)));
    }
  }

  @Override
  public void markAllDirty(Instant at) {
    synchronized (world) {
      world.hosts.values().stream().filter(row -> row.mdm.isOn()).forEach(row -> row.mark(at));
    }
  }

  @Override
  public Map<HostId, List<HostProfile>> statuses(List<HostId> hosts) {
    synchronized (world) {
      Map<HostId, List<HostProfile>> statuses = new LinkedHashMap<>();
      hosts.forEach(id -> statuses.put(id, world.hostProfiles.of(id)));
      return statuses;
    }
  }

  @Override
  public void save(HostProfileChanges changes, Instant now) {
    synchronized (world) {
      world.requireUnused(changes.commands());
      changes.upserts().stream()
          .filter(row -> world.hosts.containsKey(row.host()))
          .forEach(world.hostProfiles::put);
      changes.removed().forEach(row -> world.hostProfiles.remove(row.host(), row.identifier()));
      changes.superseded().forEach(old -> supersede(old, now));
      world.enqueue(changes.commands(), now);
      changes.reconciled().forEach(id -> world.host(id).ifPresent(HostRow::reconciled));
    }
  }

  private void supersede(Superseded old, Instant now) {
    world
        .command(old.uuid(), old.channel())
        .filter(row -> !row.state.isEnded())
        .ifPresent(row -> world.endSilently(row, CommandState.CANCELLED, now));
  }

  @Override
  public ProfileSpread spread(Optional<TeamId> team, Collection<String> identifiers) {
    synchronized (world) {
      List<HostId> macs =
          world.hosts.values().stream()
              .filter(row -> row.mdm.isOn() && row.team.equals(team))
              .map(row -> row.id)
              .toList();
      Map<String, Long> each = new LinkedHashMap<>();
      Set<HostId> any = new HashSet<>();
      for (HostId mac : macs) {
        for (HostProfile row : world.hostProfiles.of(mac)) {
          if (row.operation() == ProfileOperation.INSTALL
              && identifiers.contains(row.identifier())) {
            each.merge(row.identifier(), 1L, Long::sum);
            any.add(mac);
          }
        }
      }
      return new ProfileSpread(macs.size(), any.size(), each);
    }
  }

  @Override
  public Map<ProfileStatus, Long> summary(Optional<TeamId> team) {
    synchronized (world) {
      Map<ProfileStatus, Long> summary = new EnumMap<>(ProfileStatus.class);
      world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && row.team.equals(team))
          .flatMap(row -> world.hostProfiles.overall(row.id).stream())
          .forEach(status -> summary.merge(status, 1L, Long::sum));
      return summary;
    }
  }
}
