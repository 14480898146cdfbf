package io.pomona.store.profiles;

import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import io.pomona.store.SealedPlists;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Work;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of a team on their way to become others, in one transaction. */
final class ProfileSet {
  private final Work work;
  private final SealedPlists plists;
  private final ProfileOrigin origin;
  private final Instant now;
  private final List<ProfileEntity> fresh = new ArrayList<>();
  private final List<Profile> added = new ArrayList<>();
  private final List<Profile> replaced = new ArrayList<>();
  private final List<Profile> unchanged = new ArrayList<>();

  ProfileSet(Work work, SealedPlists plists, ProfileOrigin origin, Instant now) {
    this.work = work;
    this.plists = plists;
    this.origin = origin;
    this.now = now;
  }

  ProfileSetChange become(Optional<TeamId> team, List<NewProfile> wanted) {
    TeamRows.hold(work.sql(), team);
    takeTurn(ProfileEntity.number(team));
    Map<String, ProfileEntity> present = present(ProfileEntity.number(team));
    wanted.forEach(profile -> take(profile, present.remove(profile.identifier())));
    List<Profile> removed = present.values().stream().map(ProfileEntity::toProfile).toList();
    present.values().forEach(work.entities()::remove);
    return stored(removed);
  }

  /** One of them becomes another; the rest stays. */
  ProfileSetChange replace(NewProfile wanted) {
    TeamRows.hold(work.sql(), wanted.team());
    long team = ProfileEntity.number(wanted.team());
    takeTurn(team);
    Map<String, ProfileEntity> present = present(team);
    ProfileEntity former = present.remove(wanted.identifier());
    if (former == null) {
      throw JpaProfileStore.gone();
    }
    // Asked, not tried: what breaks a constraint here is done once more, such as a race for the
    // turn.
    if (present.values().stream().anyMatch(other -> other.isNamed(wanted.name()))) {
      throw JpaProfileStore.nameTaken();
    }
    take(wanted, former);
    return stored(List.of());
  }

  private ProfileSetChange stored(List<Profile> removed) {
    // What goes makes room for the names of what comes.
    work.entities().flush();
    fresh.forEach(work.entities()::persist);
    return new ProfileSetChange(added, replaced, removed, unchanged);
  }

  /** Whoever comes second sees what the first has left. */
  private void takeTurn(long team) {
    Sql sql = work.unflushed();
    sql.update(
        sql.dialect()
            .upsert(
                "profiles_turn",
                "team_id",
                "team_id, taken_at",
                "SELECT CAST(? AS BIGINT), CAST(? AS BIGINT)",
                "taken_at = s.taken_at"),
        team,
        now);
  }

  private Map<String, ProfileEntity> present(long team) {
    Map<String, ProfileEntity> present = new LinkedHashMap<>();
    work.entities()
        .createQuery(
            "SELECT p FROM Profile p WHERE p.teamId = :team ORDER BY p.id", ProfileEntity.class)
        .setParameter("team", team)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(profile -> present.put(profile.identifier(), profile));
    return present;
  }

  private void take(NewProfile wanted, ProfileEntity present) {
    if (present == null) {
      added.add(fresh(wanted).from(origin).toProfile());
    } else if (present.isSame(wanted)) {
      unchanged.add(present.from(origin).toProfile());
    } else {
      replaced.add(fresh(wanted).replacing(present).from(origin).toProfile());
      work.entities().remove(present);
    }
  }

  private ProfileEntity fresh(NewProfile wanted) {
    ProfileEntity entity =
        ProfileEntity.of(work.nextId("profiles_profile_seq"), wanted, plists, now);
    fresh.add(entity);
    return entity;
  }
}
