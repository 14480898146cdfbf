package io.pomona.testkit.memory;

import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Optional;

public final class InMemorySetupSettingsStore implements SetupSettingsStore {
  private final World world;

  public InMemorySetupSettingsStore(World world) {
    this.world = world;
  }

  @Override
  public SetupSettings of(Optional<TeamId> team) {
    synchronized (world) {
      return world.setup.settings.getOrDefault(team, SetupSettings.none());
    }
  }

  @Override
  public void put(Optional<TeamId> team, SetupSettings settings, List<ActivityDraft> activities) {
    synchronized (world) {
      world.requireTeam(team);
      world.setup.settings.put(team, settings);
      activities.forEach(activity -> world.write(activity, world.clock.instant()));
    }
  }
}
