package io.pomona.testkit.memory;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.api.updates.UpdateSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryUpdatePolicyStore implements UpdatePolicyStore {
  private final World world;

  public InMemoryUpdatePolicyStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<UpdatePolicy> of(Optional<TeamId> team) {
    return Optional.ofNullable(all().get(team));
  }

  @Override
  public Map<Optional<TeamId>, UpdatePolicy> all() {
    synchronized (world) {
      Map<Optional<TeamId>, UpdatePolicy> all = new HashMap<>();
      world.updates.settings.forEach(
          (team, row) ->
              row.policy(world.updates.zone()).ifPresent(required -> all.put(team, required)));
      return all;
    }
  }

  @Override
  public UpdateSettings settings(Optional<TeamId> team) {
    synchronized (world) {
      return world.updates.of(team);
    }
  }

  @Override
  public void put(
      Optional<TeamId> team, UpdateSettings settings, ActivityDraft activity, Instant now) {
    synchronized (world) {
      world.requireTeam(team);
      ZoneId before = world.updates.zone();
      world.updates.settings.put(team, settings);
      boolean everywhere = !before.equals(world.updates.zone());
      world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && (everywhere || row.team.equals(team)))
          .forEach(
              row -> {
                row.mark(now);
                world.declarative.marks.mark(row, now);
                world.updates.nudgeDue.mark(row, now);
              });
      world.write(activity, now);
    }
  }
}
