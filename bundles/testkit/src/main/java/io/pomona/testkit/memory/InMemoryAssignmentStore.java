package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.AssignmentStore;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.testkit.memory.AbmTables.DeviceRow;
import io.pomona.testkit.memory.AssignmentTables.Definition;
import io.pomona.testkit.memory.AssignmentTables.Key;
import io.pomona.testkit.memory.AssignmentTables.Try;
import io.pomona.testkit.memory.AssignmentTables.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryAssignmentStore implements AssignmentStore, AssignmentBoard {
  private static final Set<String> WITHOUT = Set.of("removed", "empty");

  private final World world;

  public InMemoryAssignmentStore(World world) {
    this.world = world;
  }

  @Override
  public void want(Map<Optional<TeamId>, String> hashes) {
    synchronized (world) {
      world.assignment.wanted.clear();
      world.assignment.wanted.putAll(hashes);
    }
  }

  @Override
  public void purge(Instant now) {
    synchronized (world) {
      world
          .assignment
          .definitions
          .keySet()
          .removeIf(key -> !world.assignment.wanted.containsValue(key.hash()));
      world
          .assignment
          .tries
          .entrySet()
          .removeIf(
              tried ->
                  !tried.getValue().againAt().isAfter(now)
                      && !world.abm.devices.containsKey(tried.getKey()));
    }
  }

  /** A Mac whose team wants something. */
  private record Row(
      DeviceRow device, HostRow host, String hash, Definition definition, Try tried) {
    boolean has() {
      boolean shown =
          definition.profileUuid().equals(Optional.of(device.said.profileUuid()))
              && !WITHOUT.contains(device.said.profileStatus());
      return shown || tried.hasJustGot(definition.profileUuid(), device);
    }

    boolean isDue(Instant now) {
      return (!has() || tried.asked())
          && !definition.againAt().isAfter(now)
          && !tried.againAt().isAfter(now);
    }

    boolean isRefused() {
      return !has() && !definition.refusal().isEmpty();
    }

    AssignmentStatus status() {
      if (has()) {
        return AssignmentStatus.ASSIGNED;
      }
      return isRefused() ? AssignmentStatus.FAILED : tried.status();
    }
  }

  private Stream<Row> rows() {
    return world.abm.devices.values().stream()
        .filter(device -> world.hosts.containsKey(device.host))
        .filter(device -> world.assignment.wanted.containsKey(host(device).team))
        .map(
            device -> {
              String hash = world.assignment.wanted.get(host(device).team);
              return new Row(
                  device,
                  host(device),
                  hash,
                  world.assignment.definition(device.token, hash),
                  world.assignment.tried(device.said.serialNumber()));
            });
  }

  private HostRow host(DeviceRow device) {
    return world.hosts.get(device.host);
  }

  @Override
  public List<AbmTokenId> due(Instant now) {
    synchronized (world) {
      return rows()
          .filter(row -> row.isDue(now))
          .map(row -> row.device().token)
          .distinct()
          .sorted(Comparator.comparingLong(AbmTokenId::value))
          .toList();
    }
  }

  @Override
  public boolean lease(AbmTokenId token, String holder, Instant until, Instant now) {
    synchronized (world) {
      Turn turn =
          world.assignment.turns.getOrDefault(token, new Turn("", Instant.EPOCH, Instant.EPOCH));
      boolean free = turn.holder().equals(holder) || !turn.leasedUntil().isAfter(now);
      boolean got = free && !turn.againAt().isAfter(now) && world.abm.token(token).isPresent();
      if (got) {
        world.assignment.turns.put(token, new Turn(holder, until, turn.againAt()));
      }
      return got;
    }
  }

  @Override
  public void release(AbmTokenId token, String holder, Instant againAt) {
    synchronized (world) {
      world.assignment.turns.computeIfPresent(
          token,
          (id, turn) ->
              turn.holder().equals(holder) ? new Turn(holder, Instant.EPOCH, againAt) : turn);
    }
  }

  @Override
  public List<Wanted> wanted(AbmTokenId token, Instant now, int limit) {
    synchronized (world) {
      return rows()
          .filter(row -> row.device().token.equals(token) && row.isDue(now))
          .sorted(
              Comparator.<Row, Instant>comparing(
                      row -> row.device().said.assignedAt().orElse(Instant.EPOCH))
                  .reversed()
                  .thenComparing(row -> row.device().said.serialNumber()))
          .limit(limit)
          .map(
              row ->
                  new Wanted(
                      row.device().said.serialNumber(), row.hash(), row.definition().profileUuid()))
          .toList();
    }
  }

  @Override
  public void defined(AbmTokenId token, String hash, Optional<String> profileUuid) {
    define(token, hash, new Definition(profileUuid, "", Instant.EPOCH));
  }

  @Override
  public void refused(AbmTokenId token, String hash, String detail, Instant againAt) {
    define(token, hash, new Definition(Optional.empty(), detail, againAt));
  }

  private void define(AbmTokenId token, String hash, Definition definition) {
    synchronized (world) {
      if (world.abm.token(token).isPresent()) {
        world.assignment.definitions.put(new Key(token, hash), definition);
      }
    }
  }

  @Override
  public void record(AbmTokenId token, List<Outcome> outcomes, Instant now) {
    synchronized (world) {
      for (Outcome outcome : outcomes) {
        outcome.serialNumbers().stream()
            .map(world.abm.devices::get)
            .filter(device -> device != null)
            .forEach(device -> record(token, device, outcome, now));
      }
    }
  }

  private void record(AbmTokenId token, DeviceRow device, Outcome outcome, Instant now) {
    boolean well = outcome.result() == AssignmentResult.SUCCESS;
    String serial = device.said.serialNumber();
    if (well && device.token.equals(token)) {
      world.abm.devices.put(serial, having(device, outcome.profileUuid()));
    }
    world.assignment.tries.put(
        serial,
        new Try(
            Optional.of(outcome.result()),
            outcome.profileUuid(),
            outcome.detail(),
            well ? 0 : world.assignment.tried(serial).attempts() + 1,
            Optional.of(now),
            outcome.againAt(),
            false));
  }

  private static DeviceRow having(DeviceRow row, String profileUuid) {
    AppleDevice said = row.said;
    return new DeviceRow(
        row.token,
        row.host,
        row.hostMade,
        new AppleDevice(
            said.serialNumber(),
            said.model(),
            said.description(),
            said.color(),
            said.family(),
            said.os(),
            profileUuid,
            "assigned",
            said.assignedAt(),
            said.operation(),
            said.operationAt()),
        row.operationAt,
        row.seenAt);
  }

  @Override
  public List<ProfileAssignment> list(AssignmentFilter filter, PageRequest page) {
    synchronized (world) {
      return matching(filter)
          .filter(row -> row.host().id.value() > page.after())
          .skip(page.offset())
          .limit(page.limit())
          .map(InMemoryAssignmentStore::assignment)
          .toList();
    }
  }

  private Stream<Row> matching(AssignmentFilter filter) {
    return rows()
        .filter(row -> filter.scope().includes(row.host().team))
        .filter(row -> filter.hosts().map(some -> some.contains(row.host().id)).orElse(true))
        .filter(row -> filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
        .sorted(Comparator.comparingLong(row -> row.host().id.value()));
  }

  private static ProfileAssignment assignment(Row row) {
    boolean trouble = row.status().isTrouble();
    Instant again = row.isRefused() ? row.definition().againAt() : row.tried().againAt();
    String detail = row.isRefused() ? row.definition().refusal() : row.tried().detail();
    return new ProfileAssignment(
        row.host().id,
        row.device().said.serialNumber(),
        row.host().facts.name(),
        row.device().token,
        row.host().team,
        row.status(),
        Optional.of(row.device().said.profileUuid()).filter(uuid -> !uuid.isEmpty()),
        trouble ? detail : "",
        row.tried().attempts(),
        row.tried().at(),
        Optional.of(again).filter(at -> trouble && at.isAfter(Instant.EPOCH)));
  }

  @Override
  public Map<AssignmentStatus, Long> counts(TeamScope scope) {
    synchronized (world) {
      return new HashMap<>(
          rows()
              .filter(row -> scope.includes(row.host().team))
              .collect(Collectors.groupingBy(Row::status, Collectors.counting())));
    }
  }

  @Override
  public int again(
      AssignmentFilter filter,
      Instant now,
      Function<List<ProfileAssignment>, List<ActivityDraft>> activities) {
    synchronized (world) {
      List<ProfileAssignment> found = list(filter, PageRequest.first(PageRequest.MOST));
      if (!found.isEmpty()) {
        found.forEach(
            row ->
                world.assignment.tries.put(
                    row.serialNumber(), world.assignment.tried(row.serialNumber()).again()));
        world.assignment.definitions.replaceAll(
            (key, had) -> new Definition(had.profileUuid(), had.refusal(), Instant.EPOCH));
        activities.apply(found).forEach(activity -> world.write(activity, now));
      }
      return found.size();
    }
  }
}
