package io.pomona.enrollment.mydevice;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.links.LinkToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the page of a Mac by a link, and by nothing else. */
@Component(service = MyMacs.class)
public final class MyMacs {
  private static final Duration FRESH = Duration.ofHours(1);

  private final DeviceLinkStore links;
  private final HostStore hosts;
  private final AddedHostStore added;
  private final MigrationStore migrations;
  private final TeamStore teams;
  private final OrganizationStore organization;
  private final AbmDeviceLookup abm;
  private final HostStandings standings;
  private final EnrollmentProfiles profiles;
  private final UpdatePolicyStore zones;
  private final Clock clock;

  @Activate
  public MyMacs(
      @Reference DeviceLinkStore links,
      @Reference HostStore hosts,
      @Reference AddedHostStore added,
      @Reference MigrationStore migrations,
      @Reference TeamStore teams,
      @Reference OrganizationStore organization,
      @Reference AbmDeviceLookup abm,
      @Reference HostStandings standings,
      @Reference EnrollmentProfiles profiles,
      @Reference UpdatePolicyStore zones) {
    this(
        links,
        hosts,
        added,
        migrations,
        teams,
        organization,
        abm,
        standings,
        profiles,
        zones,
        Clock.systemUTC());
  }

  MyMacs(
      DeviceLinkStore links,
      HostStore hosts,
      AddedHostStore added,
      MigrationStore migrations,
      TeamStore teams,
      OrganizationStore organization,
      AbmDeviceLookup abm,
      HostStandings standings,
      EnrollmentProfiles profiles,
      UpdatePolicyStore zones,
      Clock clock) {
    this.links = links;
    this.hosts = hosts;
    this.added = added;
    this.migrations = migrations;
    this.teams = teams;
    this.organization = organization;
    this.abm = abm;
    this.standings = standings;
    this.profiles = profiles;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * @throws MdmException not found, whether it has ended, was revoked or never was
   */
  public MyMac open(Secret token) {
    return links
        .open(LinkToken.sha256(token), clock.instant())
        .flatMap(link -> hosts.find(link.host()))
        .map(this::of)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "enrollment.no_device_link",
                    "This link has ended or is not complete. Ask your IT administrator for a new"
                        + " one."));
  }

  private MyMac of(Host host) {
    HostStandings.Standings known = standings.of(List.of(host));
    String serial = host.facts().serialNumber();
    Instant fresh = clock.instant().minus(FRESH);
    return new MyMac(
        host,
        organizationName(),
        host.team().flatMap(teams::find).map(Team::name),
        !serial.isEmpty() && abm.assigned(serial).isPresent(),
        profiles.isPossible(),
        known.encryption(host),
        Optional.ofNullable(known.updates().get(host.id())),
        added.email(host.id()).orElse(""),
        migrations.find(host.id()).filter(MyMacs::isHeld).map(mac -> mac.marks().oldMdm()),
        host.enrolledAt().filter(at -> at.isAfter(fresh)).isPresent(),
        zones.settings(Optional.empty()).zone().orElse(UpdatePolicy.USUAL_ZONE));
  }

  private static boolean isHeld(Migration mac) {
    return mac.archivedAt().isEmpty() && !mac.state(MigrationStep.LEFT_OLD_MDM).isSettled();
  }

  /** What people know it as. */
  public String organizationName() {
    return organization
        .settings()
        .map(OrganizationSettings::name)
        .filter(name -> !name.isBlank())
        .orElse("Your organization");
  }
}
