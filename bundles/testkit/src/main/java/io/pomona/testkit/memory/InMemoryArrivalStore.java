package io.pomona.testkit.memory;

import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryArrivalStore implements ArrivalStore {
  private final World world;
  private final Map<String, Instant> requests = new HashMap<>();
  private final Map<String, Admission> admissions = new HashMap<>();

  public InMemoryArrivalStore(World world) {
    this.world = world;
  }

  @Override
  public void requested(String serialNumber, Instant now) {
    synchronized (world) {
      requests.put(serialNumber, now);
    }
  }

  @Override
  public Optional<Instant> lastRequest(String serialNumber) {
    synchronized (world) {
      return Optional.ofNullable(requests.get(serialNumber));
    }
  }

  @Override
  public void admit(Admission admission, ActivityDraft activity, Instant now) {
    synchronized (world) {
      admissions.put(admission.serialNumber(), admission);
      world.write(activity, now);
    }
  }

  @Override
  public Optional<Admission> admission(String serialNumber, Instant now) {
    synchronized (world) {
      return Optional.ofNullable(admissions.get(serialNumber))
          .filter(admission -> admission.expires().isAfter(now));
    }
  }

  @Override
  public boolean useAdmission(String serialNumber, Instant now) {
    synchronized (world) {
      boolean there = admission(serialNumber, now).isPresent();
      admissions.remove(serialNumber);
      return there;
    }
  }
}
