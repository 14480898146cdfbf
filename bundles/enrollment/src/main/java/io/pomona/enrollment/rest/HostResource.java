package io.pomona.enrollment.rest;

import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.enrollment.AutomaticSteps;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostSetups;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.Refetch;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HostResource implements AdminResource {
  private final HostDirectory directory;
  private final HostStore hosts;
  private final HostProfileStore profiles;
  private final ProfileStore uploaded;
  private final OrganizationStore organization;
  private final TeamStore teams;
  private final Refetch refetch;
  private final AutomaticSteps steps;
  private final HostSetups setups;
  private final AssignmentTroubles troubles;
  private final HostStandings standings;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public HostResource(
      @Reference HostDirectory directory,
      @Reference HostStore hosts,
      @Reference HostProfileStore profiles,
      @Reference ProfileStore uploaded,
      @Reference OrganizationStore organization,
      @Reference TeamStore teams,
      @Reference Refetch refetch,
      @Reference AutomaticSteps steps,
      @Reference HostSetups setups,
      @Reference AssignmentBoard assignments,
      @Reference HostStandings standings) {
    this.directory = directory;
    this.hosts = hosts;
    this.profiles = profiles;
    this.uploaded = uploaded;
    this.organization = organization;
    this.teams = teams;
    this.refetch = refetch;
    this.steps = steps;
    this.setups = setups;
    this.troubles = new AssignmentTroubles(assignments);
    this.standings = standings;
  }

  /** Many hosts. */
  public record HostsAnswer(List<HostView> hosts) {}

  /** One host. */
  public record HostAnswer(HostView host) {}

  /** How many hosts. */
  public record CountAnswer(long count) {}

  @GET
  @Path("hosts")
  @Requires(Permission.VIEW_HOSTS)
  public HostsAnswer list(@Context Actor actor, @Context UriInfo uri) {
    HostQuery query = new HostQuery(uri);
    List<Host> found = found(actor, query);
    HostViews views = views(found);
    return new HostsAnswer(found.stream().map(views::row).toList());
  }

  private HostViews views(List<Host> found) {
    return new HostViews(organization, teams, troubles.of(found), standings.of(found), clock);
  }

  private List<Host> found(Actor actor, HostQuery query) {
    if (!query.isOfThisServer()) {
      return List.of();
    }
    return query
        .page()
        .map(page -> directory.list(actor, query.filter(standings), query.order(), page))
        .orElseGet(() -> directory.all(actor, query.filter(standings), query.order()));
  }

  @GET
  @Path("hosts/count")
  @Requires(Permission.VIEW_HOSTS)
  public CountAnswer count(@Context Actor actor, @Context UriInfo uri) {
    HostQuery query = new HostQuery(uri);
    return new CountAnswer(
        query.isOfThisServer() ? directory.count(actor, query.filter(standings)) : 0);
  }

  @GET
  @Path("hosts/{id}")
  @Requires(Permission.VIEW_HOSTS)
  public HostAnswer get(@Context Actor actor, @PathParam("id") long id) {
    return details(directory.require(actor, Permission.VIEW_HOSTS, id));
  }

  @GET
  @Path("hosts/identifier/{identifier}")
  @Requires(Permission.VIEW_HOSTS)
  public HostAnswer find(@Context Actor actor, @PathParam("identifier") String identifier) {
    return details(directory.require(actor, Permission.VIEW_HOSTS, identifier));
  }

  private HostAnswer details(Host host) {
    HostViews views = views(List.of(host));
    return new HostAnswer(
        views.details(
            host,
            hosts.inventory(host.id()),
            profiles.statuses(List.of(host.id())).getOrDefault(host.id(), List.of()),
            uploaded.list(host.team()),
            steps.of(host),
            setups.of(host)));
  }

  @POST
  @Path("hosts/{id}/refetch")
  @Requires(Permission.REFETCH_HOSTS)
  public Map<String, Object> refetch(@Context Actor actor, @PathParam("id") long id) {
    refetch.host(actor, directory.require(actor, Permission.REFETCH_HOSTS, id));
    return Map.of();
  }

  @DELETE
  @Path("hosts/{id}")
  @Requires(Permission.EDIT_HOSTS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    directory.delete(actor, id);
    return Map.of();
  }
}
