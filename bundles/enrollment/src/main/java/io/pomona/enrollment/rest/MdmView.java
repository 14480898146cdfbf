package io.pomona.enrollment.rest;

import io.pomona.api.escrow.ActionRequired;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.updates.HostUpdate;
import io.pomona.enrollment.AutomaticSteps.Progress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code mdm} of a host.
 *
 * @param name a constant of the reference, by which its clients know that commands can be sent
 * @param depProfileError whether Apple holds not the profile for automatic enrollment that the Mac
 *     should have, and it is no matter of minutes
 * @param depProfileDetail why
 * @param profiles empty in lists
 * @param profilesStatus the worst of theirs; empty where none are there, and while MDM is off
 * @param macosSetup empty in lists, and for Macs that did not enroll automatically
 * @param automaticEnrollment empty in lists, and for Macs that have nothing to do with ABM
 * @param osSettings today's form of {@code macosSettings}
 * @param deviceStatus {@code unlocked}, {@code locked} or {@code wiped}
 * @param pendingAction {@code lock}, {@code wipe} or empty text
 * @param macosUpdate empty where nothing is required and nothing known of it
 */
public record MdmView(
    String enrollmentStatus,
    Optional<String> serverUrl,
    Optional<String> name,
    boolean encryptionKeyAvailable,
    boolean depProfileError,
    Optional<String> depProfileDetail,
    boolean connectedToFleet,
    Optional<List<ProfileView>> profiles,
    Optional<String> profilesStatus,
    Optional<SetupView> macosSetup,
    Optional<AutomaticView> automaticEnrollment,
    OsSettingsView osSettings,
    MacosSettingsView macosSettings,
    String deviceStatus,
    String pendingAction,
    Optional<MacosUpdateView> macosUpdate) {

  /** Settings that are more than profiles. */
  public record OsSettingsView(DiskEncryptionView diskEncryption) {}

  /**
   * @param status as {@code DiskEncryptionStatus} has it, empty where it is not turned on
   * @param detail why, in a sentence
   */
  public record DiskEncryptionView(Optional<String> status, String detail) {
    static DiskEncryptionView of(HostEncryption encryption) {
      return new DiskEncryptionView(
          encryption.status().map(DiskEncryptionStatus::label), encryption.detail());
    }
  }

  /**
   * @param actionRequired {@code log_out} or {@code rotate_key}
   */
  public record MacosSettingsView(
      Optional<String> diskEncryption, Optional<String> actionRequired) {
    static MacosSettingsView of(HostEncryption encryption) {
      return new MacosSettingsView(
          encryption.status().map(DiskEncryptionStatus::label),
          encryption.action().map(ActionRequired::label));
    }
  }

  /**
   * The macOS that is required.
   *
   * @param deadlineLocal the same on the clock of the wall
   * @param state {@code up_to_date}, {@code pending}, {@code overdue}, {@code failed}, {@code
   *     unsupported} or {@code unknown}
   * @param enforcedBy {@code declaration}, {@code nudge} or {@code none}
   */
  public record MacosUpdateView(
      Optional<String> version,
      Optional<String> requiredVersion,
      Optional<Instant> deadline,
      Optional<String> deadlineLocal,
      String state,
      String enforcedBy,
      String detail) {
    static MacosUpdateView of(HostUpdate update) {
      return new MacosUpdateView(
          update.version(),
          update.requiredVersion(),
          update.deadline(),
          update.localDeadline().map(LocalDateTime::toString),
          update.state().label(),
          update.way().label(),
          update.detail());
    }
  }

  /**
   * How far a Mac is that ABM sends.
   *
   * @param step {@code not_assigned}, {@code assigned}, {@code profile_assigned}, {@code
   *     profile_requested}, {@code enrolling} or {@code enrolled}
   * @param detail the same in a sentence, with what is next
   * @param admittedUntil while an admin lets it in whatever a check says
   */
  public record AutomaticView(
      String step,
      String detail,
      Optional<Instant> assignedAt,
      Optional<Instant> profileRequestedAt,
      Optional<Instant> admittedUntil) {
    static AutomaticView of(Progress progress) {
      return new AutomaticView(
          progress.step().label(),
          progress.step().sentence(),
          progress.assignedAt(),
          progress.requestedAt(),
          progress.admittedUntil());
    }
  }

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
