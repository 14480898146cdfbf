package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileSpread;
import io.pomona.api.profiles.ProfileStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class InMemoryHostProfileStore implements HostProfileStore {
  private static final Set<ProfileStatus> OPEN =
      Set.of(ProfileStatus.PENDING, ProfileStatus.VERIFYING);

  private final World world;

  public InMemoryHostProfileStore(World world) {
    this.world = world;
  }

  @Override
  public List<Host> leaseDirty(int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.isDue(now))
          .sorted(Comparator.comparing(row -> row.dirtyAt.orElse(now)))
          .limit(limit)
          .map(
              row -> {
                row.lease(now.plus(lease));
                return row.toHost();
              })
          .toList();
    }
  }

  @Override
  public void markDirty(List<HostId> hosts, Instant at) {
    synchronized (world) {
      hosts.forEach(id -> world.host(id).ifPresent(row -> row.mark(at)));
    }
  }

  @Override
  public void markAllDirty(Instant at) {
    synchronized (world) {
      world.hosts.values().stream().filter(row -> row.mdm.isOn()).forEach(row -> row.mark(at));
    }
  }

  @Override
  public Map<HostId, List<HostProfile>> statuses(List<HostId> hosts) {
    synchronized (world) {
      Map<HostId, List<HostProfile>> statuses = new LinkedHashMap<>();
      hosts.forEach(id -> statuses.put(id, world.hostProfiles.of(id)));
      return statuses;
    }
  }

  @Override
  public Map<HostId, ProfileStatus> overall(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, ProfileStatus> found = new LinkedHashMap<>();
      world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && hosts.contains(row.id))
          .forEach(
              row ->
                  new Encryptions(world)
                      .overall(row)
                      .ifPresent(status -> found.put(row.id, status)));
      return found;
    }
  }

  @Override
  public void save(HostProfileChanges changes, Instant now) {
    synchronized (world) {
      world.requireUnused(changes.commands());
      changes.upserts().stream()
          .filter(row -> world.hosts.containsKey(row.host()))
          .forEach(row -> put(row, now));
      changes.removed().forEach(row -> world.hostProfiles.remove(row.host(), row.identifier()));
      changes.superseded().forEach(old -> supersede(old, now));
      world.enqueue(changes.commands(), now);
      changes.reconciled().forEach(id -> world.host(id).ifPresent(HostRow::reconciled));
    }
  }

  private void put(HostProfile row, Instant now) {
    world.hostProfiles.put(row);
    world
        .host(row.host())
        .filter(host -> new Encryptions(world).isProfile(row))
        .flatMap(world.encryption::begun)
        .ifPresent(
            begun -> {
              begun.askSince = now;
              begun.askAt = Optional.of(now);
            });
  }

  private void supersede(Superseded old, Instant now) {
    world
        .command(old.uuid(), old.channel())
        .filter(row -> !row.state.isEnded())
        .ifPresent(row -> world.supersede(row, "Pomona", old.by(), now));
  }

  @Override
  public ProfileSpread spread(Optional<TeamId> team, Collection<String> identifiers) {
    synchronized (world) {
      List<HostId> macs =
          world.hosts.values().stream()
              .filter(row -> row.mdm.isOn() && row.team.equals(team))
              .map(row -> row.id)
              .toList();
      Map<String, Long> each = new LinkedHashMap<>();
      Set<HostId> any = new HashSet<>();
      for (HostId mac : macs) {
        for (HostProfile row : world.hostProfiles.of(mac)) {
          if (row.operation() == ProfileOperation.INSTALL
              && identifiers.contains(row.identifier())) {
            each.merge(row.identifier(), 1L, Long::sum);
            any.add(mac);
          }
        }
      }
      return new ProfileSpread(macs.size(), any.size(), each);
    }
  }

  @Override
  public Map<ProfileStatus, Long> summary(Optional<TeamId> team) {
    synchronized (world) {
      Map<ProfileStatus, Long> summary = new EnumMap<>(ProfileStatus.class);
      world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && row.team.equals(team))
          .flatMap(row -> new Encryptions(world).overall(row).stream())
          .forEach(status -> summary.merge(status, 1L, Long::sum));
      return summary;
    }
  }

  @Override
  public Map<ProfileId, Map<ProfileStatus, Long>> progress(
      Optional<TeamId> team, Collection<Profile> profiles) {
    synchronized (world) {
      Map<ProfileId, Map<ProfileStatus, Long>> progress = new LinkedHashMap<>();
      profiles.forEach(profile -> progress.put(profile.id(), progress(team, profile)));
      return progress;
    }
  }

  private Map<ProfileStatus, Long> progress(Optional<TeamId> team, Profile profile) {
    Map<ProfileStatus, Long> progress = new EnumMap<>(ProfileStatus.class);
    world.hosts.values().stream()
        .filter(row -> row.mdm.isOn() && row.team.equals(team))
        .map(row -> progress(row.id, profile.identifier(), profile.contentSha256()))
        .forEach(status -> progress.merge(status, 1L, Long::sum));
    return progress;
  }

  private ProfileStatus progress(HostId host, String identifier, String contentSha256) {
    return find(host, identifier)
        .filter(profile -> profile.operation() == ProfileOperation.INSTALL)
        .filter(profile -> profile.contentSha256().equals(contentSha256))
        .map(HostProfile::status)
        .orElse(ProfileStatus.PENDING);
  }

  @Override
  public List<HostId> hosts(
      Optional<TeamId> team,
      String identifier,
      String contentSha256,
      ProfileStatus status,
      PageRequest page) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.mdm.isOn() && row.team.equals(team))
          .map(row -> row.id)
          .filter(id -> id.value() > page.after())
          .filter(id -> progress(id, identifier, contentSha256) == status)
          .sorted(Comparator.comparingLong(HostId::value))
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  private Optional<HostProfile> find(HostId host, String identifier) {
    return world.hostProfiles.of(host).stream()
        .filter(row -> row.identifier().equals(identifier))
        .findFirst();
  }

  @Override
  public boolean resend(
      HostId host, String identifier, String note, Instant now, ActivityDraft activity) {
    synchronized (world) {
      Optional<HostProfile> row =
          find(host, identifier)
              .filter(profile -> profile.operation() == ProfileOperation.INSTALL)
              .filter(profile -> profile.status() != ProfileStatus.PENDING);
      row.ifPresent(
          profile -> {
            world.hostProfiles.put(resent(profile, note, now));
            world.write(activity, now);
            markDirty(List.of(host), now);
          });
      return row.isPresent();
    }
  }

  private static HostProfile resent(HostProfile row, String note, Instant now) {
    return new HostProfile(
        row.host(),
        row.contributor(),
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        row.operation(),
        ProfileStatus.PENDING,
        Optional.empty(),
        note,
        0,
        now);
  }

  @Override
  public List<Waiting> waiting(Instant since) {
    synchronized (world) {
      Map<Waiting, Long> counts = new LinkedHashMap<>();
      world.hosts.values().stream()
          .flatMap(host -> world.hostProfiles.of(host.id).stream())
          .filter(row -> OPEN.contains(row.status()) && !row.updatedAt().isAfter(since))
          .forEach(row -> counts.merge(waiting(row), 1L, Long::sum));
      return counts.entrySet().stream()
          .map(Map.Entry::getKey)
          .map(kind -> counted(kind, counts.get(kind)))
          .toList();
    }
  }

  private Waiting waiting(HostProfile row) {
    Optional<CommandState> state =
        row.command()
            .flatMap(
                uuid ->
                    world.queue.values().stream()
                        .filter(command -> command.command.uuid().equals(uuid))
                        .filter(command -> command.host.equals(row.host()))
                        .findFirst())
            .map(command -> command.state);
    return new Waiting(row.operation(), row.status(), state, 0);
  }

  private static Waiting counted(Waiting kind, long count) {
    return new Waiting(kind.operation(), kind.status(), kind.command(), count);
  }
}
