package io.pomona.testkit.memory;

import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryDiskEncryptionStore implements DiskEncryptionStore {
  private final World world;

  public InMemoryDiskEncryptionStore(World world) {
    this.world = world;
  }

  @Override
  public boolean isEnabled(Optional<TeamId> team) {
    synchronized (world) {
      return world.encryption.enabled.contains(team);
    }
  }

  @Override
  public boolean put(Optional<TeamId> team, boolean enabled, ActivityDraft activity, Instant now) {
    synchronized (world) {
      world.requireTeam(team);
      boolean changed =
          enabled ? world.encryption.enabled.add(team) : world.encryption.enabled.remove(team);
      if (changed) {
        world.write(activity, now);
        world.hosts.values().stream()
            .filter(row -> row.team.equals(team))
            .forEach(row -> row.mark(now));
      }
      return changed;
    }
  }
}
