package io.pomona.store.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Uploaded profiles. */
@Component
public final class JpaProfileStore implements ProfileStore {
  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JpaProfileStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public Profile add(NewProfile profile, Instant now, ActivityDraft activity) {
    return addAll(profile.team(), List.of(profile), now, added -> activity).get(0);
  }

  @Override
  public List<Profile> addAll(
      Optional<TeamId> team,
      List<NewProfile> wanted,
      Instant now,
      Function<NewProfile, ActivityDraft> activity) {
    return transactions.in(
        work -> {
          TeamRows.hold(work.sql(), team);
          List<Profile> added = wanted.stream().map(one -> persist(work, one, now)).toList();
          Activities.write(work.sql(), wanted.stream().map(activity).toList(), now);
          DirtyHosts.markTeam(work.sql(), ProfileEntity.number(team), now);
          return added;
        },
        JpaProfileStore::taken);
  }

  @Override
  public Profile replace(NewProfile profile, Instant now, ActivityDraft activity) {
    return transactions.in(
        work -> {
          ProfileSetChange change =
              new ProfileSet(work, plists, ProfileOrigin.CONSOLE, now).replace(profile);
          write(work, profile.team(), change, made -> activity, now);
          return change.isEmpty() ? change.unchanged().get(0) : change.replaced().get(0);
        });
  }

  private Profile persist(Work work, NewProfile profile, Instant now) {
    ProfileEntity entity =
        ProfileEntity.of(work.nextId("profiles_profile_seq"), profile, plists, now);
    work.entities().persist(entity);
    return entity.toProfile();
  }

  private static MdmException taken(String constraint) {
    return constraint.contains("profiles_profile_name")
        ? nameTaken()
        : MdmException.conflict(
            "profiles.identifier_taken",
            "There is a profile with this PayloadIdentifier already; replace it, delete it or choose another.");
  }

  static MdmException nameTaken() {
    return MdmException.conflict(
        "profiles.name_taken",
        "There is a profile with this PayloadDisplayName already; choose another name.");
  }

  @Override
  public Optional<Profile> find(ProfileId id) {
    return transactions.in(
        work -> work.find(ProfileEntity.class, id.value()).map(ProfileEntity::toProfile));
  }

  @Override
  public Optional<Profile> findByUuid(String uuid) {
    return transactions.in(
        work ->
            select(work, "SELECT p FROM Profile p WHERE p.profileUuid = :value", uuid).stream()
                .findFirst());
  }

  @Override
  public Optional<byte[]> content(ProfileId id) {
    return transactions.in(
        work -> work.find(ProfileEntity.class, id.value()).map(found -> found.content(plists)));
  }

  @Override
  public List<Profile> list(Optional<TeamId> team) {
    return transactions.in(
        work ->
            select(
                work,
                "SELECT p FROM Profile p WHERE p.teamId = :value ORDER BY p.name, p.id",
                ProfileEntity.number(team)));
  }

  private static List<Profile> select(Work work, String jpql, Object value) {
    return work
        .entities()
        .createQuery(jpql, ProfileEntity.class)
        .setParameter("value", value)
        .getResultList()
        .stream()
        .map(ProfileEntity::toProfile)
        .toList();
  }

  @Override
  public ProfileSetChange replaceAll(
      Optional<TeamId> team,
      List<NewProfile> wanted,
      Instant now,
      Function<ProfileSetChange, ActivityDraft> activity) {
    return transactions.in(
        work -> {
          ProfileSetChange change =
              new ProfileSet(work, plists, ProfileOrigin.FILE, now).become(team, wanted);
          write(work, team, change, activity, now);
          return change;
        });
  }

  private static void write(
      Work work,
      Optional<TeamId> team,
      ProfileSetChange change,
      Function<ProfileSetChange, ActivityDraft> activity,
      Instant now) {
    if (!change.isEmpty()) {
      Activities.write(work.sql(), activity.apply(change), now);
      DirtyHosts.markTeam(work.sql(), ProfileEntity.number(team), now);
    }
  }

  @Override
  public List<String> paths(Optional<TeamId> team) {
    return transactions.read(sql -> AppliedPaths.read(sql, ProfileEntity.number(team)));
  }

  @Override
  public void rememberPaths(Optional<TeamId> team, List<String> paths) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          AppliedPaths.write(sql, ProfileEntity.number(team), paths);
          return null;
        });
  }

  @Override
  public void delete(ProfileId id, Instant now, ActivityDraft activity) {
    transactions.in(
        work -> {
          ProfileEntity entity =
              work.find(ProfileEntity.class, id.value()).orElseThrow(JpaProfileStore::gone);
          long team = entity.team();
          work.entities().remove(entity);
          Activities.write(work.sql(), activity, now);
          DirtyHosts.markTeam(work.sql(), team, now);
          return null;
        });
  }

  static MdmException gone() {
    return MdmException.notFound(
        "profiles.not_found", "There is no such profile; list the profiles.");
  }
}
