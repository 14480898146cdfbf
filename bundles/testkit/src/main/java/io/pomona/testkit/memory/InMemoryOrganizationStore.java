package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

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
  public boolean change(
      UnaryOperator<OrganizationSettings> wanted,
      BiFunction<OrganizationSettings, OrganizationSettings, ActivityDraft> activity) {
    synchronized (world) {
      OrganizationSettings before =
          settings.orElseThrow(
              () -> MdmException.conflict("organization.not_set_up", "Set Pomona up first."));
      OrganizationSettings after = wanted.apply(before);
      if (after.equals(before)) {
        return false;
      }
      world.write(activity.apply(before, after), world.clock.instant());
      put(after);
      return true;
    }
  }

  void put(OrganizationSettings changed) {
    settings = Optional.of(changed);
  }
}
