package io.pomona.enrollment.rest;

import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code mdm} of a host.
 *
 * @param name a constant of the reference, by which its clients know that commands can be sent
 * @param profiles empty in lists
 */
public record MdmView(
    String enrollmentStatus,
    Optional<String> serverUrl,
    Optional<String> name,
    boolean encryptionKeyAvailable,
    boolean connectedToFleet,
    Optional<List<ProfileView>> profiles) {

  /**
   * One profile on this host.
   *
   * @param profileId 0 where there is no uuid
   * @param profileUuid empty for profiles that nobody uploaded or that were deleted
   */
  public record ProfileView(
      long profileId,
      Optional<String> profileUuid,
      String identifier,
      String name,
      String status,
      String operationType,
      String detail) {
    static ProfileView of(HostProfile profile, Optional<Profile> uploaded) {
      return new ProfileView(
          uploaded.map(Profile::id).map(ProfileId::value).orElse(0L),
          uploaded.map(Profile::uuid),
          profile.identifier(),
          profile.name(),
          profile.status().label(),
          operation(profile.operation()),
          profile.detail());
    }

    private static String operation(ProfileOperation operation) {
      return operation.name().toLowerCase(Locale.ROOT);
    }
  }
}
