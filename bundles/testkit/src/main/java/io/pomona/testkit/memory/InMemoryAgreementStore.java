package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.organization.ActivityDraft;
import java.util.List;
import java.util.Optional;

public final class InMemoryAgreementStore implements AgreementStore {
  private final World world;

  public InMemoryAgreementStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<Agreement.Cover> find() {
    synchronized (world) {
      return world.setup.agreement.map(Agreement::cover);
    }
  }

  @Override
  public Optional<byte[]> content(String token) {
    synchronized (world) {
      return world
          .setup
          .agreement
          .filter(each -> each.token().equals(token))
          .map(Agreement::content);
    }
  }

  @Override
  public void add(Agreement agreement, List<ActivityDraft> activities) {
    synchronized (world) {
      if (world.setup.agreement.isPresent()) {
        throw MdmException.conflict("abm.agreement_exists", "There is an agreement already.");
      }
      world.setup.agreement = Optional.of(agreement);
      activities.forEach(activity -> world.write(activity, agreement.createdAt()));
    }
  }

  @Override
  public boolean delete(String token, List<ActivityDraft> activities) {
    synchronized (world) {
      boolean deleted =
          world.setup.agreement.filter(each -> each.token().equals(token)).isPresent();
      if (deleted) {
        world.setup.agreement = Optional.empty();
        activities.forEach(activity -> world.write(activity, world.clock.instant()));
      }
      return deleted;
    }
  }
}
