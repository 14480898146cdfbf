package io.pomona.testkit.memory;

import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmPage.Unassigned;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.testkit.memory.AbmTables.Departure;
import io.pomona.testkit.memory.AbmTables.DeviceRow;
import io.pomona.testkit.memory.AbmTables.TokenRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryAbmDeviceStore implements AbmDeviceStore {
  private final World world;

  public InMemoryAbmDeviceStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<AbmDevice> assigned(String serialNumber) {
    synchronized (world) {
      return Optional.ofNullable(world.abm.devices.get(serialNumber)).map(DeviceRow::toDevice);
    }
  }

  @Override
  public AbmChanges take(AbmPage page) {
    synchronized (world) {
      TokenRow token = world.abm.leased(page.token(), page.holder());
      token.advance(page.progress());
      token.leasedUntil = page.now().plus(page.time());
      long assigned =
          page.assigned().stream()
              .filter(device -> !isOutdated(token.id, device))
              .filter(device -> assign(token, device, page.now()))
              .count();
      long unassigned = page.unassigned().stream().filter(gone -> unassign(token.id, gone)).count();
      return new AbmChanges((int) assigned, (int) unassigned + formerServer(token));
    }
  }

  private int formerServer(TokenRow token) {
    if (!token.serverChanged || token.progress.fullAt().isEmpty()) {
      return 0;
    }
    token.serverChanged = false;
    List<String> left =
        world.abm.devices.values().stream()
            .filter(row -> row.token.equals(token.id) && world.abm.isMissing(row))
            .map(row -> row.said.serialNumber())
            .toList();
    left.forEach(serial -> release(world, serial));
    return left.size();
  }

  private boolean isOutdated(AbmTokenId token, AppleDevice device) {
    Optional<Instant> left =
        Optional.ofNullable(world.abm.departures.get(new Departure(token, device.serialNumber())));
    DeviceRow known = world.abm.devices.get(device.serialNumber());
    return device
            .operationAt()
            .filter(at -> left.filter(gone -> !at.isAfter(gone)).isPresent())
            .isPresent()
        || known != null && known.isNewerThan(device.operationAt());
  }

  /**
   * @return whether it is newly assigned
   */
  private boolean assign(TokenRow token, AppleDevice device, Instant now) {
    String serial = device.serialNumber();
    DeviceRow known = world.abm.devices.get(serial);
    Optional<HostRow> found = best(serial, known);
    HostRow host = found.orElseGet(() -> made(token, device, now));
    boolean made = found.isEmpty() || known != null && known.hostMade && known.host.equals(host.id);
    Optional<Instant> operation =
        Stream.of(device.operationAt(), known == null ? device.operationAt() : known.operationAt)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    boolean anew = known == null || known.isAssignedAnew(token.id, device.assignedAt());
    if (anew && host.mdm == MdmStatus.OFF) {
      host.mdm = MdmStatus.PENDING;
    }
    if (known != null && !known.host.equals(host.id)) {
      release(world, serial);
    }
    world.abm.devices.put(serial, new DeviceRow(token.id, host.id, made, device, operation, now));
    world.abm.departures.remove(new Departure(token.id, serial));
    return anew;
  }

  private Optional<HostRow> best(String serial, DeviceRow known) {
    return world.hosts.values().stream()
        .filter(row -> row.facts.serialNumber().equals(serial))
        .min(
            Comparator.<HostRow, Boolean>comparing(row -> row.udid.isEmpty())
                .thenComparing(row -> known == null || !known.host.equals(row.id))
                .thenComparing(row -> row.id.value()));
  }

  private HostRow made(TokenRow token, AppleDevice device, Instant now) {
    MacFacts facts = new MacFacts(device.serialNumber(), "", "", device.model(), "", "");
    HostRow host = new HostRow(new HostId(world.nextId()), facts, now);
    host.team = token.team;
    host.mdm = MdmStatus.PENDING;
    world.hosts.put(host.id, host);
    return host;
  }

  private boolean unassign(AbmTokenId token, Unassigned gone) {
    world.abm.departures.merge(
        new Departure(token, gone.serialNumber()),
        gone.at(),
        (one, other) -> one.isAfter(other) ? one : other);
    boolean leaving =
        Optional.ofNullable(world.abm.devices.get(gone.serialNumber()))
            .filter(row -> row.token.equals(token) && !row.isNewerThan(Optional.of(gone.at())))
            .isPresent();
    if (leaving) {
      release(world, gone.serialNumber());
    }
    return leaving;
  }

  static void release(World world, String serial) {
    DeviceRow device = world.abm.devices.remove(serial);
    HostRow host = world.hosts.get(device.host);
    if (host.mdm == MdmStatus.PENDING) {
      host.mdm = MdmStatus.OFF;
      if (device.hostMade && host.udid.isEmpty()) {
        world.hosts.remove(host.id);
      }
    }
  }

  @Override
  public List<AbmDevice> list(AbmTokenId token, boolean missing, String after, int limit) {
    synchronized (world) {
      return world.abm.devices.tailMap(after, false).values().stream()
          .filter(row -> row.token.equals(token) && (!missing || world.abm.isMissing(row)))
          .limit(limit)
          .map(DeviceRow::toDevice)
          .toList();
    }
  }

  @Override
  public Counts counts(AbmTokenId token) {
    synchronized (world) {
      List<DeviceRow> all =
          world.abm.devices.values().stream().filter(row -> row.token.equals(token)).toList();
      return new Counts(all.size(), all.stream().filter(world.abm::isMissing).count());
    }
  }
}
