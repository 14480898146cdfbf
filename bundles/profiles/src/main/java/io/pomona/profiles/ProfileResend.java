package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a profile to one Mac once more, whether it failed there or is to be put right. */
@Component(service = ProfileResend.class)
public final class ProfileResend {
  /** While it is pending; what the Mac lists meanwhile may be what it had before. */
  static final String NOTE = "Sent again as asked for.";

  private final HostProfileStore hostProfiles;
  private final ProfileStore profiles;
  private final ProfileDetail detail;
  private final Access access;
  private final Clock clock;

  @Activate
  public ProfileResend(
      @Reference HostProfileStore hostProfiles,
      @Reference ProfileStore profiles,
      @Reference ProfileDetail detail,
      @Reference Access access) {
    this(hostProfiles, profiles, detail, access, Clock.systemUTC());
  }

  ProfileResend(
      HostProfileStore hostProfiles,
      ProfileStore profiles,
      ProfileDetail detail,
      Access access,
      Clock clock) {
    this.hostProfiles = hostProfiles;
    this.profiles = profiles;
    this.detail = detail;
    this.access = access;
    this.clock = clock;
  }

  /**
   * @param found the host that was named, if it exists
   * @param profileUuid of an uploaded profile
   * @throws MdmException not found, or a conflict that says what the profile waits for
   */
  public Profile resend(Actor actor, Optional<Host> found, String profileUuid) {
    Host host = found.orElseThrow(ProfileResend::unknownHost);
    access.require(actor, Permission.RUN_COMMANDS, host.team(), ProfileResend::unknownHost);
    Profile profile =
        profiles
            .findByUuid(profileUuid)
            .filter(it -> it.team().equals(host.team()))
            .orElseThrow(CustomProfiles::unknown);
    boolean resent =
        hostProfiles.resend(
            host.id(), profile.identifier(), NOTE, clock.instant(), activity(actor, host, profile));
    if (!resent) {
      throw refusal(host, profile);
    }
    return profile;
  }

  private static ActivityDraft activity(Actor actor, Host host, Profile profile) {
    return ActivityDraft.of(actor, "resent_configuration_profile")
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.facts().name())
        .with("profile_name", profile.name())
        .with("profile_identifier", profile.identifier())
        .with("profile_uuid", profile.uuid());
  }

  private MdmException refusal(Host host, Profile profile) {
    return hostProfiles.statuses(List.of(host.id())).getOrDefault(host.id(), List.of()).stream()
        .filter(row -> row.identifier().equals(profile.identifier()))
        .findFirst()
        .map(row -> refusal(host, row))
        .orElseGet(
            () ->
                host.mdm().isOn()
                    ? MdmException.conflict(
                        "profiles.pending", "The profile is about to be sent to this host.")
                    : MdmException.conflict(
                        "profiles.mdm_off", "MDM is off for this host: it can get no profiles."));
  }

  private MdmException refusal(Host host, HostProfile row) {
    return row.operation() == ProfileOperation.REMOVE
        ? MdmException.conflict(
            "profiles.removing",
            "The profile is being removed from this host. " + detail.of(host, row))
        : MdmException.conflict(
            "profiles.pending", "The profile is on its way already. " + detail.of(host, row));
  }

  private static MdmException unknownHost() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }
}
