package io.pomona.enrollment.rest;

import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.enrollment.AutomaticSteps;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostSetups;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.Unenrollment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether hosts are managed, and turning it off. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HostMdmResource implements AdminResource {
  private final HostDirectory directory;
  private final Unenrollment unenrollment;
  private final OrganizationStore organization;
  private final TeamStore teams;
  private final AutomaticSteps steps;
  private final HostSetups setups;
  private final AssignmentTroubles troubles;
  private final HostStandings standings;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public HostMdmResource(
      @Reference HostDirectory directory,
      @Reference Unenrollment unenrollment,
      @Reference OrganizationStore organization,
      @Reference TeamStore teams,
      @Reference AutomaticSteps steps,
      @Reference HostSetups setups,
      @Reference AssignmentBoard assignments,
      @Reference HostStandings standings) {
    this.directory = directory;
    this.unenrollment = unenrollment;
    this.organization = organization;
    this.teams = teams;
    this.steps = steps;
    this.setups = setups;
    this.troubles = new AssignmentTroubles(assignments);
    this.standings = standings;
  }

  /** How many hosts have each status. */
  public record StatusCounts(
      long enrolledManualHostsCount,
      long enrolledAutomatedHostsCount,
      long pendingHostsCount,
      long unenrolledHostsCount,
      long hostsCount) {}

  /** How many hosts are managed by whom; here by this server only. */
  public record SolutionCount(long id, String name, String serverUrl, long hostsCount) {}

  /** The summary. */
  public record SummaryAnswer(
      Instant countsUpdatedAt,
      StatusCounts mobileDeviceManagementEnrollmentStatus,
      List<SolutionCount> mobileDeviceManagementSolution) {}

  @GET
  @Path("hosts/summary/mdm")
  @Requires(Permission.VIEW_HOSTS)
  public SummaryAnswer summary(@Context Actor actor, @QueryParam("team_id") String team) {
    Map<MdmStatus, Long> counts = directory.counts(actor, TeamNumber.scope(team));
    long manual = counts.getOrDefault(MdmStatus.ON_MANUAL, 0L);
    long automatic = counts.getOrDefault(MdmStatus.ON_AUTOMATIC, 0L);
    StatusCounts statuses =
        new StatusCounts(
            manual,
            automatic,
            counts.getOrDefault(MdmStatus.PENDING, 0L),
            counts.getOrDefault(MdmStatus.OFF, 0L),
            counts.values().stream().mapToLong(Long::longValue).sum());
    String url = organization.settings().map(EnrollmentProfiles::mdmUrl).orElse("");
    return new SummaryAnswer(
        clock.instant(), statuses, List.of(new SolutionCount(1, "Fleet", url, manual + automatic)));
  }

  @GET
  @Path("hosts/{id}/mdm")
  @Requires(Permission.VIEW_HOSTS)
  public MdmView get(@Context Actor actor, @PathParam("id") long id) {
    Host host = directory.require(actor, Permission.VIEW_HOSTS, id);
    return new HostViews(
            organization, teams, troubles.of(List.of(host)), standings.of(List.of(host)), clock)
        .mdm(
            host,
            Optional.empty(),
            steps.of(host),
            setups.of(host).map(setup -> SetupView.of(setup, List.of())));
  }

  @DELETE
  @Path("hosts/{id}/mdm")
  @Requires(Permission.EDIT_HOSTS)
  public Map<String, Object> turnOff(@Context Actor actor, @PathParam("id") long id) {
    unenrollment.request(actor, directory.require(actor, Permission.EDIT_HOSTS, id));
    return Map.of();
  }

  /** The form of 2023. */
  @PATCH
  @Path("mdm/hosts/{id}/unenroll")
  @Requires(Permission.EDIT_HOSTS)
  public Map<String, Object> unenroll(@Context Actor actor, @PathParam("id") long id) {
    return turnOff(actor, id);
  }
}
