package io.pomona.testkit.memory;

import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

public final class InMemorySetupAssistantStore implements SetupAssistantStore {
  private final World world;

  public InMemorySetupAssistantStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<SetupAssistant> find(Optional<TeamId> team) {
    synchronized (world) {
      return Optional.ofNullable(world.assignment.assistants.get(team));
    }
  }

  @Override
  public Map<Optional<TeamId>, SetupAssistant> all() {
    synchronized (world) {
      return Map.copyOf(world.assignment.assistants);
    }
  }

  @Override
  public void put(Optional<TeamId> team, SetupAssistant assistant, ActivityDraft activity) {
    synchronized (world) {
      world.requireTeam(team);
      world.assignment.assistants.put(team, assistant);
      world.write(activity, assistant.uploadedAt());
    }
  }

  @Override
  public boolean delete(Optional<TeamId> team, Instant now, ActivityDraft activity) {
    synchronized (world) {
      world.assignment.paths.remove(team);
      boolean was = world.assignment.assistants.remove(team) != null;
      if (was) {
        world.write(activity, now);
      }
      return was;
    }
  }

  @Override
  public String path(Optional<TeamId> team) {
    synchronized (world) {
      return world.assignment.paths.getOrDefault(team, "");
    }
  }

  @Override
  public void rememberPath(Optional<TeamId> team, String path) {
    synchronized (world) {
      world.requireTeam(team);
      world.assignment.paths.put(team, path);
    }
  }
}
