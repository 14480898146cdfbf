package io.pomona.enrollment.rest;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.enrollment.AutomaticSteps.Progress;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.HostSeen;
import io.pomona.enrollment.HostStandings.Standings;
import io.pomona.enrollment.SupportedOs;
import io.pomona.enrollment.rest.HostView.IssuesView;
import io.pomona.enrollment.rest.MdmView.AutomaticView;
import io.pomona.enrollment.rest.MdmView.DiskEncryptionView;
import io.pomona.enrollment.rest.MdmView.MacosSettingsView;
import io.pomona.enrollment.rest.MdmView.MacosUpdateView;
import io.pomona.enrollment.rest.MdmView.OsSettingsView;
import io.pomona.enrollment.rest.MdmView.ProfileView;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.protocol.plist.PlistDict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts hosts into the form of the API; made once for each request. */
final class HostViews {
  private static final String SOLUTION = "Fleet";
  private static final HostInventory NOTHING =
      new HostInventory(Optional.empty(), Optional.empty());

  private final Optional<String> serverUrl;
  private final Map<TeamId, String> teamNames;
  private final Map<HostId, ProfileAssignment> troubles;
  private final Standings standings;
  private final Instant now;

  /**
   * @param troubles of the hosts that will be asked for
   * @param standings of the same
   */
  HostViews(
      OrganizationStore organization,
      TeamStore teams,
      Map<HostId, ProfileAssignment> troubles,
      Standings standings,
      Clock clock) {
    this.serverUrl = organization.settings().map(EnrollmentProfiles::mdmUrl);
    this.teamNames = teams.names();
    this.troubles = troubles;
    this.standings = standings;
    this.now = clock.instant();
  }

  HostView row(Host host) {
    return view(host, NOTHING, mdm(host, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * @param uploaded the profiles of the host's team
   * @param progress how it comes by ABM
   * @param setup how far it is after that
   */
  HostView details(
      Host host,
      HostInventory inventory,
      List<HostProfile> profiles,
      List<Profile> uploaded,
      Optional<Progress> progress,
      Optional<MacSetup> setup) {
    Map<String, Profile> byIdentifier =
        uploaded.stream().collect(Collectors.toMap(Profile::identifier, Function.identity()));
    List<ProfileView> views =
        profiles.stream()
            .map(
                row -> ProfileView.of(row, Optional.ofNullable(byIdentifier.get(row.identifier()))))
            .toList();
    return view(
        host,
        inventory,
        mdm(host, Optional.of(views), progress, setup.map(each -> SetupView.of(each, profiles))));
  }

  MdmView mdm(
      Host host,
      Optional<List<ProfileView>> profiles,
      Optional<Progress> progress,
      Optional<SetupView> setup) {
    boolean on = host.mdm().isOn();
    Optional<ProfileAssignment> trouble = Optional.ofNullable(troubles.get(host.id()));
    HostEncryption encryption = standings.encryption(host);
    return new MdmView(
        host.mdm().label(),
        serverUrl.filter(url -> on),
        Optional.of(SOLUTION).filter(name -> on),
        encryption.keyAvailable(),
        trouble.isPresent(),
        trouble.map(ProfileAssignment::detail),
        on,
        profiles,
        standings.profiles(host).map(ProfileStatus::label),
        setup,
        progress.map(AutomaticView::of),
        new OsSettingsView(DiskEncryptionView.of(encryption)),
        MacosSettingsView.of(encryption),
        standings.lock(host).map(HostLock::deviceStatus).orElse("unlocked"),
        standings.lock(host).map(HostLock::pendingAction).orElse(""),
        standings.update(host).map(MacosUpdateView::of));
  }

  private HostView view(Host host, HostInventory inventory, MdmView mdm) {
    DeviceInformation device =
        new DeviceInformation(inventory.deviceInformation().orElse(PlistDict.of()));
    SecurityInfo security = new SecurityInfo(inventory.securityInfo().orElse(PlistDict.of()));
    String name = host.displayName();
    double free = device.availableDeviceCapacity().orElse(0.0);
    return new HostView(
        host.id().value(),
        host.udid().orElse(""),
        device.hostName().or(device::localHostName).orElse(name),
        name,
        name,
        host.facts().name(),
        "darwin",
        host.facts().osVersion().isEmpty() ? "" : "macOS " + host.facts().osVersion(),
        SupportedOs.isSupported(host.facts()),
        host.facts().buildVersion(),
        "",
        host.facts().serialNumber(),
        host.facts().model(),
        host.facts().modelName(),
        HostSeen.of(host, now).label(),
        host.team().map(TeamId::value),
        host.team().map(teamNames::get),
        host.createdAt(),
        host.detailsUpdatedAt().orElse(host.createdAt()),
        host.lastSeenAt(),
        host.enrolledAt(),
        host.detailsUpdatedAt(),
        host.detailsUpdatedAt(),
        host.detailsUpdatedAt(),
        host.refetchRequested(),
        "",
        device.ethernetMac().or(device::wifiMac).orElse(""),
        "",
        0,
        0,
        free,
        percent(free, device.deviceCapacity().orElse(0.0)),
        security.fileVaultEnabled(),
        device.supervised(),
        new IssuesView(0, 0),
        List.of(),
        mdm);
  }

  private static double percent(double free, double whole) {
    return whole <= 0 ? 0 : Math.round(1000 * free / whole) / 10.0;
  }
}
