package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public final class InMemoryProfileStore implements ProfileStore {
  private record Row(Profile profile, byte[] content) {}

  private final World world;
  private final Map<ProfileId, Row> rows = new LinkedHashMap<>();

  public InMemoryProfileStore(World world) {
    this.world = world;
  }

  @Override
  public Profile add(NewProfile profile, Instant now, ActivityDraft activity) {
    synchronized (world) {
      world.requireTeam(profile.team());
      for (Profile other : list(profile.team())) {
        if (other.identifier().equals(profile.identifier())) {
          throw MdmException.conflict(
              "profiles.identifier_taken", "A profile with this PayloadIdentifier exists already.");
        }
        if (other.name().equals(profile.name())) {
          throw MdmException.conflict(
              "profiles.name_taken", "A profile with this PayloadDisplayName exists already.");
        }
      }
      Profile stored = stored(profile, now);
      rows.put(stored.id(), new Row(stored, profile.content().clone()));
      world.write(activity, now);
      markTeam(profile.team(), now);
      return stored;
    }
  }

  private Profile stored(NewProfile profile, Instant now) {
    return new Profile(
        new ProfileId(world.nextId()),
        UUID.randomUUID().toString(),
        profile.team(),
        profile.identifier(),
        profile.name(),
        profile.payloadUuid(),
        sha256(profile.content()),
        now,
        now);
  }

  void deleteAll(TeamId team, Instant now) {
    rows.values().removeIf(row -> row.profile.team().equals(Optional.of(team)));
    markTeam(Optional.of(team), now);
  }

  private void markTeam(Optional<TeamId> team, Instant now) {
    world.hosts.values().stream()
        .filter(row -> row.mdm.isOn() && row.team.equals(team))
        .forEach(row -> row.mark(now));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
        throw MdmException.notFound("profiles.not_found", "There is no such profile.");
      }
      world.write(activity, now);
      markTeam(row.profile.team(), now);
    }
  }
}
