package io.pomona.testkit.memory;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InMemoryBootstrapPackageStore implements BootstrapPackageStore {
  private final World world;

  public InMemoryBootstrapPackageStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<BootstrapPackage> of(Optional<TeamId> team) {
    synchronized (world) {
      return Optional.ofNullable(world.setup.packages.get(team));
    }
  }

  @Override
  public Optional<BootstrapPackage> byToken(String token) {
    synchronized (world) {
      return world.setup.packages.values().stream()
          .filter(each -> each.token().equals(token))
          .findFirst();
    }
  }

  @Override
  public void put(BootstrapPackage added, List<ActivityDraft> activities) {
    synchronized (world) {
      world.requireTeam(added.team());
      world.setup.packages.put(added.team(), added);
      activities.forEach(activity -> world.write(activity, added.createdAt()));
    }
  }

  @Override
  public boolean delete(Optional<TeamId> team, List<ActivityDraft> activities, Instant now) {
    synchronized (world) {
      boolean deleted = world.setup.packages.remove(team) != null;
      if (deleted) {
        activities.forEach(activity -> world.write(activity, now));
      }
      return deleted;
    }
  }

  @Override
  public String location(Optional<TeamId> team) {
    synchronized (world) {
      return world.setup.locations.getOrDefault(team, "");
    }
  }

  @Override
  public void rememberLocation(Optional<TeamId> team, String location) {
    synchronized (world) {
      world.requireTeam(team);
      world.setup.locations.put(team, location);
    }
  }

  @Override
  public Map<SetupStepStatus, Long> summary(Optional<TeamId> team) {
    synchronized (world) {
      return world.setup.setups.values().stream()
          .filter(setup -> setup.bootstrap().status() != SetupStepStatus.NONE)
          .filter(setup -> isOf(setup, team))
          .collect(
              Collectors.groupingBy(setup -> setup.bootstrap().status(), Collectors.counting()));
    }
  }

  private boolean isOf(MacSetup setup, Optional<TeamId> team) {
    return world
        .host(setup.host())
        .filter(host -> host.mdm.isOn() && host.team.equals(team))
        .isPresent();
  }
}
