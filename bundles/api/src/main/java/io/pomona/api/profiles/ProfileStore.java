package io.pomona.api.profiles;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  Optional<Profile> find(ProfileId id);

  Optional<Profile> findByUuid(String uuid);

  Optional<byte[]> content(ProfileId id);

  /** By name. */
  List<Profile> list(Optional<TeamId> team);

  /** Not found when it is gone already. */
  void delete(ProfileId id, Instant now, ActivityDraft activity);
}
