package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostStandings;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts as a file for spreadsheets. */
@Component
@Path("hosts/report")
public final class HostReportResource implements AdminResource {
  private static final String CSV = "text/csv; charset=UTF-8";

  private final HostDirectory directory;
  private final OrganizationStore organization;
  private final TeamStore teams;
  private final HostStandings standings;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public HostReportResource(
      @Reference HostDirectory directory,
      @Reference OrganizationStore organization,
      @Reference TeamStore teams,
      @Reference HostStandings standings) {
    this.directory = directory;
    this.organization = organization;
    this.teams = teams;
    this.standings = standings;
  }

  @GET
  @Produces(CSV)
  @Requires(Permission.VIEW_HOSTS)
  public Response report(@Context Actor actor, @Context UriInfo uri) {
    return Response.ok(file(actor, uri), CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hosts.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** What is refused is refused before the first byte is sent. */
  public StreamingOutput file(Actor actor, UriInfo uri) {
    String format = uri.getQueryParameters().getFirst("format");
    if (format != null && !format.equals("csv")) {
      throw MdmException.invalid("enrollment.bad_format", "format", "The format is csv.");
    }
    HostQuery query = new HostQuery(uri);
    HostFilter filter = query.filter(standings);
    directory.visible(actor, filter.scope());
    Optional<String> serverUrl = organization.settings().map(EnrollmentProfiles::mdmUrl);
    HostColumns columns =
        new HostColumns(query.columns(), teams.names(), serverUrl, clock.instant());
    return new HostReport(directory, actor, query, filter, columns, standings);
  }
}
