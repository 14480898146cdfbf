package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.ActivityVerification;
import io.pomona.organization.ChainReport;
import io.pomona.organization.ChainReport.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The activity feed, newest first. */
@Component
@Path("activities")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivityResource implements AdminResource {
  private static final Set<String> PAGING = Set.of("after", "page", "per_page");

  private final ActivityStore activities;
  private final ActivityVerification verification;

  @Activate
  public ActivityResource(
      @Reference ActivityStore activities, @Reference ActivityVerification verification) {
    this.activities = activities;
    this.verification = verification;
  }

  /** A page of the feed. */
  public record ActivitiesAnswer(List<ActivityView> activities) {}

  /** Why the chain is broken, and where first. */
  public record FaultView(long position, String reason, String message) {}

  /** Whether the chain holds. */
  public record VerificationAnswer(
      boolean intact,
      long verifiedFrom,
      long verifiedTo,
      String head,
      Optional<Instant> oldestUnchained,
      Optional<FaultView> fault) {
    static VerificationAnswer of(ChainReport report) {
      return new VerificationAnswer(
          report.fault().isEmpty(),
          report.verifiedFrom(),
          report.verifiedTo(),
          report.head().label(),
          report.oldestUnchained(),
          report
              .fault()
              .map(at -> new FaultView(at.position(), at.reason().label(), at.message())));
    }
  }

  @GET
  @Requires(Permission.VIEW_ACTIVITIES)
  public ActivitiesAnswer list(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("100") int perPage,
      @Context UriInfo uri) {
    ActivityFilter filter = ActivityQuery.filter(uri, PAGING);
    PageRequest request = new PageRequest(after, offset(page, perPage), perPage);
    return new ActivitiesAnswer(
        activities.newest(filter, request).stream().map(ActivityView::of).toList());
  }

  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_ACTIVITIES)
  public Response export(
      @QueryParam("format") @DefaultValue("csv") String label, @Context UriInfo uri) {
    ActivityFilter filter = ActivityQuery.filter(uri, Set.of("format"));
    ExportFormat format = ExportFormat.of(label);
    return Response.ok(new ActivityExport(activities, filter, format), format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"activities." + format.label() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("verification")
  @Requires(Permission.VIEW_ACTIVITIES)
  public VerificationAnswer verify(
      @QueryParam("after") @DefaultValue("0") long after, @QueryParam("noted") String noted) {
    return VerificationAnswer.of(verification.verify(after, Place.parse(noted)));
  }

  /** A negative number, which no page has, where the product is beyond all pages. */
  private static int offset(int page, int perPage) {
    long offset = (long) page * perPage;
    return offset == (int) offset ? (int) offset : -1;
  }
}
