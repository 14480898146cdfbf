package io.pomona.api.profiles;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Uploaded profiles. Each change marks the enrolled Macs of its team as to be reconciled, in the
 * same transaction.
 */
public interface ProfileStore {
  /**
   * @throws io.pomona.api.MdmException conflict {@code profiles.identifier_taken} or {@code
   *     profiles.name_taken} within the team; not found when the team is gone
   */
  Profile add(NewProfile profile, Instant now, ActivityDraft activity);

  /**
   * The same for many of one team, whose Macs are marked once: all of them are added, or none.
   *
   * @param activity of each; may be called more than once
   * @return in the order of {@code profiles}
   */
  List<Profile> addAll(
      Optional<TeamId> team,
      List<NewProfile> profiles,
      Instant now,
      Function<NewProfile, ActivityDraft> activity);

  /**
   * Puts other bytes in the place of the profile of the same team and identifier, which keeps its
   * UUID. With the same bytes it stays as it is; then nobody is marked, and nothing told.
   *
   * @throws io.pomona.api.MdmException not found when it is gone; conflict {@code
   *     profiles.name_taken} within the team
   */
  Profile replace(NewProfile profile, Instant now, ActivityDraft activity);

  Optional<Profile> find(ProfileId id);

  Optional<Profile> findByUuid(String uuid);

  Optional<byte[]> content(ProfileId id);

  /** By name. */
  List<Profile> list(Optional<TeamId> team);

  /**
   * Makes these the profiles of the team: adds, replaces and removes what differs, whatever brought
   * it. What is there with the same bytes stays as it is, and belongs to the file from now on.
   *
   * @param wanted of this team, each identifier and each name once
   * @param activity of a change that is not empty; may be called more than once
   * @return the difference, empty when there is none: then nobody is marked
   * @throws io.pomona.api.MdmException not found when the team is gone
   */
  ProfileSetChange replaceAll(
      Optional<TeamId> team,
      List<NewProfile> wanted,
      Instant now,
      Function<ProfileSetChange, ActivityDraft> activity);

  /** The paths under which the file that was applied last lists the profiles of a team. */
  List<String> paths(Optional<TeamId> team);

  /** Remembers them, for whoever asks for the settings in the form of a file. */
  void rememberPaths(Optional<TeamId> team, List<String> paths);

  /** Not found when it is gone already. */
  void delete(ProfileId id, Instant now, ActivityDraft activity);
}
