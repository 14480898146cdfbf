package io.pomona.enrollment.rest;

import io.pomona.api.profiles.HostProfile;
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

  /** One profile on this host. */
  public record ProfileView(
      String identifier, String name, String status, String operationType, String detail) {
    static ProfileView of(HostProfile profile) {
      return new ProfileView(
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
