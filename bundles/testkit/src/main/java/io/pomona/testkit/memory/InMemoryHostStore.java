package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.testkit.HashTexts;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryHostStore implements HostStore {
  private final World world;

  public InMemoryHostStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<Host> find(HostId id) {
    synchronized (world) {
      return world.host(id).map(HostRow::toHost);
    }
  }

  @Override
  public Optional<Host> findByIdentifier(String identifier, TeamScope scope) {
    synchronized (world) {
      List<HostRow> rows =
          world.hosts.values().stream().filter(row -> scope.includes(row.team)).toList();
      List<HostRow> named =
          rows.stream().filter(row -> row.facts.name().equals(identifier)).toList();
      return first(rows, row -> row.udid.equals(Optional.of(identifier)))
          .or(() -> first(rows, row -> row.facts.serialNumber().equals(identifier)))
          .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty())
          .map(HostRow::toHost);
    }
  }

  private static Optional<HostRow> first(List<HostRow> rows, Predicate<HostRow> condition) {
    return rows.stream().filter(condition).findFirst();
  }

  @Override
  public List<Host> list(HostFilter filter, HostOrder order, PageRequest page) {
    synchronized (world) {
      return sorted(filter, order)
          .filter(host -> host.id().value() > page.after())
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  @Override
  public List<HostId> ids(HostFilter filter, HostOrder order) {
    synchronized (world) {
      return sorted(filter, order).map(Host::id).toList();
    }
  }

  private Stream<Host> sorted(HostFilter filter, HostOrder order) {
    return world.hosts.values().stream()
        .filter(row -> matches(row, filter))
        .map(HostRow::toHost)
        .sorted(new HostComparison(teamNames()).of(order));
  }

  private Map<TeamId, String> teamNames() {
    return world.teams.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> new TeamId(entry.getKey()), entry -> entry.getValue().said().name()));
  }

  @Override
  public long count(HostFilter filter) {
    synchronized (world) {
      return world.hosts.values().stream().filter(row -> matches(row, filter)).count();
    }
  }

  private boolean matches(HostRow row, HostFilter filter) {
    String query = filter.query().toLowerCase(Locale.ROOT);
    boolean named =
        List.of(row.facts.name(), row.facts.serialNumber(), row.udid.orElse("")).stream()
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(query));
    return named
        && (filter.statuses().isEmpty() || filter.statuses().contains(row.mdm))
        && filter.scope().includes(row.team)
        && (filter.profiles().isEmpty()
            || row.mdm.isOn() && new Encryptions(world).overall(row).equals(filter.profiles()))
        && (filter.bootstrap().isEmpty() || row.mdm.isOn() && isSoFar(row, filter))
        && filter.versions().map(wanted -> row.mdm.isOn() && runs(row, wanted)).orElse(true)
        && (filter.encryption().isEmpty()
            || new Encryptions(world).of(row).status().equals(filter.encryption()));
  }

  private boolean runs(HostRow row, TeamVersions wanted) {
    return wanted.includes(row.team, row.facts.osVersion())
        && (!wanted.failed() || hasFailed(row.id) && unsupervised(Set.of(row.id)).isEmpty());
  }

  private boolean hasFailed(HostId host) {
    return Optional.ofNullable(new InMemoryStatusReportStore(world).of(List.of(host)).get(host))
        .flatMap(ReportedUpdate::installState)
        .filter(ReportedUpdate.FAILED::equals)
        .isPresent();
  }

  private boolean isSoFar(HostRow row, HostFilter filter) {
    return Optional.ofNullable(world.setup.setups.get(row.id.value()))
        .map(setup -> setup.bootstrap().status())
        .equals(filter.bootstrap());
  }

  @Override
  public Map<MdmStatus, Long> counts(TeamScope scope) {
    synchronized (world) {
      Map<MdmStatus, Long> counts = new EnumMap<>(MdmStatus.class);
      world.hosts.values().stream()
          .filter(row -> scope.includes(row.team))
          .forEach(row -> counts.merge(row.mdm, 1L, Long::sum));
      return counts;
    }
  }

  @Override
  public Map<String, Long> osVersions(TeamScope scope) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && scope.includes(row.team))
          .collect(Collectors.groupingBy(row -> row.facts.osVersion(), Collectors.counting()));
    }
  }

  @Override
  public Set<HostId> unsupervised(Collection<HostId> ids) {
    return ids.stream()
        .filter(
            id ->
                inventory(id)
                    .deviceInformation()
                    .flatMap(values -> new DeviceInformation(values).supervised())
                    .filter(supervised -> !supervised)
                    .isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public HostInventory inventory(HostId id) {
    synchronized (world) {
      return world
          .host(id)
          .map(row -> row.inventory)
          .orElse(new HostInventory(Optional.empty(), Optional.empty()));
    }
  }

  @Override
  public void report(
      ChannelId device, Optional<MacFacts> facts, HostInventory report, Instant now) {
    synchronized (world) {
      world
          .hostOf(device)
          .ifPresent(
              row -> {
                row.inventory =
                    new HostInventory(
                        report.deviceInformation().or(row.inventory::deviceInformation),
                        report.securityInfo().or(row.inventory::securityInfo),
                        report.securityInfo().map(said -> now).or(row.inventory::securityInfoAt));
                report
                    .securityInfo()
                    .flatMap(said -> new SecurityInfo(said).personalRecoveryKeyCms())
                    .ifPresent(envelope -> arrive(row, envelope, now));
                facts.ifPresent(said -> take(row, said, now));
                world.publish(OutboxTopic.REPORTED, device.deviceChannel(), Optional.empty(), now);
              });
    }
  }

  private void arrive(HostRow row, byte[] envelope, Instant now) {
    Optional<String> sha256 = Optional.of(HashTexts.hex(envelope));
    boolean reported =
        world
            .encryption
            .row(row)
            .flatMap(it -> it.report)
            .filter(it -> it.envelopeSha256().equals(sha256))
            .isPresent();
    if (!reported) {
      Host host = row.toHost();
      world.recoveryKeys.arrive(
          new ReceivedEnvelope(
              host.id(),
              host.facts().serialNumber(),
              host.udid().orElse(""),
              host.enrolledAt().orElse(now),
              now,
              envelope));
    }
  }

  private static void take(HostRow row, MacFacts said, Instant now) {
    row.take(said);
    row.detailsUpdatedAt = Optional.of(now);
    row.refetchRequested = false;
  }

  @Override
  public void refetch(HostId id, List<CommandOrder> commands, Instant now) {
    synchronized (world) {
      HostRow row = required(id);
      world.enqueue(commands, now);
      row.refetchRequested = true;
    }
  }

  @Override
  public int transfer(
      Collection<HostId> ids,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity) {
    synchronized (world) {
      world.requireTeam(team);
      List<HostRow> moving =
          ids.stream()
              .distinct()
              .flatMap(id -> world.host(id).stream())
              .filter(row -> !row.team.equals(team))
              .sorted(Comparator.comparingLong(row -> row.id.value()))
              .toList();
      world.move(moving, team, now, activity);
      return moving.size();
    }
  }

  private HostRow required(HostId id) {
    return world
        .host(id)
        .orElseThrow(
            () -> MdmException.notFound("enrollment.host_not_found", "There is no such host."));
  }

  @Override
  public List<Host> detailsOlderThan(Instant before, int limit) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.mdm.isOn())
          .filter(row -> age(row).isBefore(before))
          .sorted(Comparator.comparing(InMemoryHostStore::age))
          .limit(limit)
          .map(HostRow::toHost)
          .toList();
    }
  }

  private static Instant age(HostRow row) {
    return row.detailsUpdatedAt.orElse(Instant.EPOCH);
  }

  @Override
  public List<ChannelId> userChannels(Collection<HostId> ids) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(row -> row.enabled && row.channel.isUser() && ids.contains(row.host))
          .map(row -> row.channel)
          .toList();
    }
  }

  @Override
  public void delete(HostId id, ActivityDraft activity) {
    synchronized (world) {
      HostRow row = required(id);
      if (row.mdm.isOn()) {
        throw MdmException.conflict(
            "enrollment.host_enrolled", "The host is enrolled. Turn MDM off first.");
      }
      if (world.abm.devices.values().stream().anyMatch(device -> device.host.equals(id))) {
        throw MdmException.conflict("enrollment.host_assigned", "ABM assigns this Mac to us.");
      }
      world.write(activity, world.clock.instant());
      world.hosts.remove(id);
      world.migrations.remove(id.value());
      world.setup.deleteHost(id);
      world.deviceLinks.deleteHost(id);
      world.encryption.deleteHost(id);
      world.declarative.forget(world, id);
      world.updates.deleteHost(id);
      world.channels.values().removeIf(channel -> channel.host.equals(id));
      row.udid.ifPresent(
          udid ->
              world.bindings.values().stream()
                  .filter(binding -> binding.device.equals(ChannelId.device(udid)))
                  .forEach(binding -> binding.ended = true));
      world.queue.values().removeIf(command -> command.host.equals(id));
      world.hostProfiles.removeAll(id);
    }
  }
}
