package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

public final class InMemoryMigrationStore implements MigrationStore {
  private static final int STEP = 1_000;

  private final World world;

  public InMemoryMigrationStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<Migration> find(HostId host) {
    synchronized (world) {
      return Optional.ofNullable(world.migrations.get(host.value()))
          .flatMap(row -> world.host(host).map(found -> migration(found, row)));
    }
  }

  private Migration migration(HostRow host, MigrationRow row) {
    MigrationFacts facts = new MigrationFacts(world, host, row.marks);
    return new Migration(
        host.toHost(), row.marks, facts.steps(), facts.reported(), row.addedAt, row.archivedAt);
  }

  @Override
  public List<Migration> list(MigrationFilter filter, PageRequest page) {
    synchronized (world) {
      return matching(filter).stream()
          .filter(mac -> mac.host().id().value() > page.after())
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  @Override
  public long count(MigrationFilter filter) {
    synchronized (world) {
      return matching(filter).size();
    }
  }

  private List<Migration> matching(MigrationFilter filter) {
    HostFilter hosts = new HostFilter(filter.query(), Set.of()).within(filter.scope());
    Set<HostId> named =
        new InMemoryHostStore(world)
            .list(hosts, PageRequest.first(PageRequest.MOST)).stream()
                .map(Host::id)
                .collect(Collectors.toSet());
    return world.migrations.keySet().stream()
        .map(HostId::new)
        .filter(named::contains)
        .flatMap(id -> find(id).stream())
        .filter(mac -> mac.archivedAt().isPresent() == filter.archived())
        .filter(mac -> filter.done().map(done -> done == mac.isDone()).orElse(true))
        .filter(
            mac ->
                filter.step().map(step -> filter.states().contains(mac.state(step))).orElse(true))
        .toList();
  }

  @Override
  public MigrationCounts counts(MigrationFilter filter) {
    synchronized (world) {
      List<Migration> macs = matching(filter);
      Map<MigrationStep, Map<MigrationState, Long>> steps = new EnumMap<>(MigrationStep.class);
      macs.forEach(
          mac ->
              mac.steps()
                  .forEach(
                      (step, state) ->
                          steps
                              .computeIfAbsent(step, key -> new EnumMap<>(MigrationState.class))
                              .merge(state, 1L, Long::sum)));
      return new MigrationCounts(
          macs.size(), macs.stream().filter(Migration::isDone).count(), steps);
    }
  }

  @Override
  public Set<String> add(List<NewMigration> macs, Optional<TeamId> team, MigrationEdit edit) {
    synchronized (world) {
      world.requireTeam(team);
      List<NewMigration> unknown =
          macs.stream().filter(mac -> bySerial(mac.serialNumber()).isEmpty()).toList();
      boolean foreign =
          macs.stream()
              .flatMap(mac -> bySerial(mac.serialNumber()).stream())
              .anyMatch(row -> !edit.within().includes(row.team));
      if (foreign || !unknown.isEmpty() && !edit.within().includes(team)) {
        throw MdmException.notFound(
            "enrollment.host_not_found", "One of the Macs is not yours; nothing was added.");
      }
      unknown.forEach(mac -> make(mac.serialNumber(), team, edit.now()));
      macs.forEach(
          mac ->
              place(bySerial(mac.serialNumber()).orElseThrow(), edit)
                  .take(mac.change(), edit.by(), edit.now()));
      tell(macs.stream().map(mac -> bySerial(mac.serialNumber()).orElseThrow()).toList(), edit);
      return unknown.stream().map(NewMigration::serialNumber).collect(Collectors.toSet());
    }
  }

  private Optional<HostRow> bySerial(String serial) {
    return world.hosts.values().stream()
        .filter(row -> row.facts.serialNumber().equals(serial))
        .findFirst();
  }

  private void make(String serial, Optional<TeamId> team, Instant now) {
    HostId id = new HostId(world.nextId());
    HostRow row = new HostRow(id, new MacFacts(serial, "", "", "", "", ""), now);
    row.team = team;
    world.hosts.put(id, row);
  }

  private MigrationRow place(HostRow host, MigrationEdit edit) {
    MigrationRow row =
        world.migrations.computeIfAbsent(host.id.value(), id -> new MigrationRow(edit.now()));
    row.archivedAt = Optional.empty();
    return row;
  }

  @Override
  public int put(Collection<HostId> hosts, MigrationEdit edit) {
    synchronized (world) {
      List<HostRow> found = found(hosts, edit, row -> true);
      found.forEach(host -> place(host, edit));
      return marked(found, edit);
    }
  }

  @Override
  public int mark(Collection<HostId> hosts, MigrationEdit edit) {
    synchronized (world) {
      return marked(found(hosts, edit, this::isThere), edit);
    }
  }

  private boolean isThere(HostRow row) {
    return world.migrations.containsKey(row.id.value());
  }

  private int marked(List<HostRow> hosts, MigrationEdit edit) {
    hosts.forEach(
        host -> world.migrations.get(host.id.value()).take(edit.change(), edit.by(), edit.now()));
    tell(hosts, edit);
    return hosts.size();
  }

  @Override
  public int remove(Collection<HostId> hosts, MigrationEdit edit) {
    synchronized (world) {
      List<HostRow> found = found(hosts, edit, this::isThere);
      found.forEach(host -> world.migrations.remove(host.id.value()));
      tell(found, edit);
      return found.size();
    }
  }

  private List<HostRow> found(
      Collection<HostId> ids, MigrationEdit edit, Predicate<HostRow> condition) {
    return ids.stream()
        .distinct()
        .flatMap(id -> world.host(id).stream())
        .filter(row -> edit.within().includes(row.team) && condition.test(row))
        .toList();
  }

  private void tell(List<HostRow> changed, MigrationEdit edit) {
    changed.stream()
        .map(HostRow::toHost)
        .sorted(Comparator.comparingLong(host -> host.id().value()))
        .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(
            same -> {
              for (int from = 0; from < same.size(); from += STEP) {
                List<Host> step = same.subList(from, Math.min(from + STEP, same.size()));
                world.write(edit.activity().apply(step), edit.now());
              }
            });
  }
}
