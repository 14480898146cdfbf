package io.pomona.testkit.memory;

import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
  public List<Admission> admissions(Instant now) {
    synchronized (world) {
      return admissions.values().stream()
          .filter(admission -> admission.expires().isAfter(now))
          .sorted(Comparator.comparing(Admission::serialNumber))
          .toList();
    }
  }

  @Override
  public boolean bindAdmission(String serialNumber, String udid, Instant now) {
    synchronized (world) {
      Optional<Admission> there =
          admission(serialNumber, now).filter(admission -> admission.isFor(udid));
      there.ifPresent(
          it ->
              admissions.put(
                  serialNumber,
                  new Admission(serialNumber, it.by(), it.expires(), Optional.of(udid))));
      return there.isPresent();
    }
  }

  @Override
  public void useAdmission(String serialNumber) {
    synchronized (world) {
      admissions.remove(serialNumber);
    }
  }

  @Override
  public boolean withdraw(String serialNumber, ActivityDraft activity, Instant now) {
    synchronized (world) {
      boolean there = admission(serialNumber, now).isPresent();
      if (there) {
        admissions.remove(serialNumber);
        world.write(activity, now);
      }
      return there;
    }
  }
}
