package io.pomona.testkit.memory;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import java.util.Optional;

public final class InMemoryOrganizationStore implements OrganizationStore {
  private final World world;
  private Optional<OrganizationSettings> settings = Optional.empty();

  public InMemoryOrganizationStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<OrganizationSettings> settings() {
    synchronized (world) {
      return settings;
    }
  }

  @Override
  public void save(OrganizationSettings changed, ActivityDraft activity) {
    synchronized (world) {
      put(changed);
      world.write(activity, world.clock.instant());
    }
  }

  void put(OrganizationSettings changed) {
    settings = Optional.of(changed);
  }
}
