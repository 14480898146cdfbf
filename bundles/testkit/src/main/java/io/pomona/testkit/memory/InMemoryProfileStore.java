package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.protocol.digest.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class InMemoryProfileStore implements ProfileStore {
  private record Row(Profile profile, byte[] content) {}

  private final World world;
  private final Map<ProfileId, Row> rows = new LinkedHashMap<>();
  private final Map<Optional<TeamId>, List<String>> paths = new HashMap<>();

  public InMemoryProfileStore(World world) {
    this.world = world;
  }

  @Override
  public Profile add(NewProfile profile, Instant now, ActivityDraft activity) {
    return addAll(profile.team(), List.of(profile), now, added -> activity).get(0);
  }

  @Override
  public List<Profile> addAll(
      Optional<TeamId> team,
      List<NewProfile> profiles,
      Instant now,
      Function<NewProfile, ActivityDraft> activity) {
    synchronized (world) {
      world.requireTeam(team);
      requireFree(list(team), profiles);
      List<Profile> added = profiles.stream().map(profile -> put(profile, now)).toList();
      profiles.forEach(profile -> world.write(activity.apply(profile), now));
      markTeam(team, now);
      return added;
    }
  }

  private Profile put(NewProfile profile, Instant now) {
    Profile stored = stored(profile, now);
    rows.put(stored.id(), new Row(stored, profile.content().clone()));
    return stored;
  }

  private static void requireFree(List<Profile> present, List<NewProfile> wanted) {
    Set<String> identifiers = present.stream().map(Profile::identifier).collect(Collectors.toSet());
    Set<String> names = present.stream().map(Profile::name).collect(Collectors.toSet());
    for (NewProfile profile : wanted) {
      if (!identifiers.add(profile.identifier())) {
        throw MdmException.conflict(
            "profiles.identifier_taken", "A profile with this PayloadIdentifier exists already.");
      }
      if (!names.add(profile.name())) {
        throw MdmException.conflict(
            "profiles.name_taken", "A profile with this PayloadDisplayName exists already.");
      }
    }
  }

  private Profile stored(NewProfile profile, Instant now) {
    return stored(profile, UUID.randomUUID().toString(), ProfileOrigin.CONSOLE, now, now);
  }

  private Profile stored(
      NewProfile profile, String uuid, ProfileOrigin origin, Instant createdAt, Instant now) {
    return new Profile(
        new ProfileId(world.nextId()),
        uuid,
        profile.team(),
        profile.identifier(),
        profile.name(),
        profile.payloadUuid(),
        Sha256.hex(profile.content()),
        origin,
        createdAt,
        now);
  }

  @Override
  public ProfileSetChange replaceAll(
      Optional<TeamId> team,
      List<NewProfile> wanted,
      Instant now,
      Function<ProfileSetChange, ActivityDraft> activity) {
    synchronized (world) {
      world.requireTeam(team);
      return become(team, list(team), wanted, ProfileOrigin.FILE, now, activity);
    }
  }

  @Override
  public Profile replace(NewProfile wanted, Instant now, ActivityDraft activity) {
    synchronized (world) {
      Map<Boolean, List<Profile>> present =
          list(wanted.team()).stream()
              .collect(
                  Collectors.partitioningBy(
                      profile -> profile.identifier().equals(wanted.identifier())));
      if (present.get(true).isEmpty()) {
        throw gone();
      }
      requireFree(present.get(false), List.of(wanted));
      ProfileSetChange change =
          become(
              wanted.team(),
              present.get(true),
              List.of(wanted),
              ProfileOrigin.CONSOLE,
              now,
              made -> activity);
      return change.isEmpty() ? change.unchanged().get(0) : change.replaced().get(0);
    }
  }

  private ProfileSetChange become(
      Optional<TeamId> team,
      List<Profile> present,
      List<NewProfile> wanted,
      ProfileOrigin origin,
      Instant now,
      Function<ProfileSetChange, ActivityDraft> activity) {
    InMemoryProfileSet set = new InMemoryProfileSet(present, origin);
    wanted.forEach(
        profile ->
            set.take(
                profile,
                Sha256.hex(profile.content()),
                (uuid, createdAt) -> stored(profile, uuid, origin, createdAt.orElse(now), now)));
    ProfileSetChange change = set.change();
    if (!change.isEmpty()) {
      world.write(activity.apply(change), now);
      markTeam(team, now);
    }
    set.gone().forEach(rows::remove);
    set.come().forEach((profile, content) -> rows.put(profile.id(), new Row(profile, content)));
    change
        .unchanged()
        .forEach(same -> rows.put(same.id(), new Row(same, rows.get(same.id()).content)));
    return change;
  }

  @Override
  public List<String> paths(Optional<TeamId> team) {
    synchronized (world) {
      return paths.getOrDefault(team, List.of());
    }
  }

  @Override
  public void rememberPaths(Optional<TeamId> team, List<String> wanted) {
    synchronized (world) {
      world.requireTeam(team);
      paths.put(team, List.copyOf(wanted));
    }
  }

  void deleteAll(TeamId team, Instant now) {
    rows.values().removeIf(row -> row.profile.team().equals(Optional.of(team)));
    paths.remove(Optional.of(team));
    markTeam(Optional.of(team), now);
  }

  private void markTeam(Optional<TeamId> team, Instant now) {
    world.hosts.values().stream()
        .filter(row -> row.mdm.isOn() && row.team.equals(team))
        .forEach(row -> row.mark(now));
  }

  @Override
  public Optional<Profile> find(ProfileId id) {
    synchronized (world) {
      return Optional.ofNullable(rows.get(id)).map(Row::profile);
    }
  }

  @Override
  public Optional<Profile> findByUuid(String uuid) {
    synchronized (world) {
      return rows.values().stream()
          .map(Row::profile)
          .filter(profile -> profile.uuid().equals(uuid))
          .findFirst();
    }
  }

  @Override
  public Optional<byte[]> content(ProfileId id) {
    synchronized (world) {
      return Optional.ofNullable(rows.get(id)).map(row -> row.content.clone());
    }
  }

  @Override
  public List<Profile> list(Optional<TeamId> team) {
    synchronized (world) {
      return rows.values().stream()
          .map(Row::profile)
          .filter(profile -> profile.team().equals(team))
          .sorted(Comparator.comparing(Profile::name))
          .toList();
    }
  }

  @Override
  public void delete(ProfileId id, Instant now, ActivityDraft activity) {
    synchronized (world) {
      Row row = rows.remove(id);
      if (row == null) {
        throw gone();
      }
      world.write(activity, now);
      markTeam(row.profile.team(), now);
    }
  }

  private static MdmException gone() {
    return MdmException.notFound("profiles.not_found", "There is no such profile.");
  }
}
