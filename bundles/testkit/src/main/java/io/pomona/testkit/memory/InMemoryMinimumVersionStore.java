package io.pomona.testkit.memory;

import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryMinimumVersionStore implements MinimumVersionStore {
  private final World world;

  public InMemoryMinimumVersionStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<String> of(Optional<TeamId> team) {
    synchronized (world) {
      return Optional.ofNullable(world.minimumVersions.get(team));
    }
  }

  @Override
  public void put(
      Optional<TeamId> team, Optional<String> version, ActivityDraft activity, Instant now) {
    synchronized (world) {
      world.requireTeam(team);
      world.minimumVersions.remove(team);
      version.ifPresent(text -> world.minimumVersions.put(team, text));
      world.write(activity, now);
    }
  }
}
