package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.ActivityFeed;
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

  private static final String MOST = "100000";

  private final ActivityFeed feed;
  private final ActivityVerification verification;

  @Activate
  public ActivityResource(
      @Reference ActivityFeed feed, @Reference ActivityVerification verification) {
    this.feed = feed;
    this.verification = verification;
  }

  /** A page of the feed. */
  public record ActivitiesAnswer(List<ActivityView> activities) {}

  /** Why the chain is broken, and where first. */
  public record FaultView(long position, String reason, String message) {}

  /**
   * Whether the chain holds.
   *
   * @param complete whether the end was reached; otherwise one goes on after {@code verifiedTo}
   */
  public record VerificationAnswer(
      boolean intact,
      boolean complete,
      long verifiedFrom,
      long verifiedTo,
      String head,
      Optional<Instant> oldestUnchained,
      Optional<FaultView> fault) {
    static VerificationAnswer of(ChainReport report) {
      return new VerificationAnswer(
          report.fault().isEmpty(),
          report.isComplete(),
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
      @Context Actor actor,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("100") int perPage,
      @Context UriInfo uri) {
    ActivityFilter filter = ActivityQuery.filter(uri, PAGING);
    PageRequest request = new PageRequest(after, offset(page, perPage), perPage);
    return new ActivitiesAnswer(
        feed.of(actor, filter).page(request).activities().stream().map(ActivityView::of).toList());
  }

  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_ACTIVITIES)
  public Response export(
      @Context Actor actor,
      @QueryParam("format") @DefaultValue("csv") String label,
      @Context UriInfo uri) {
    ActivityFeed.View view = feed.of(actor, ActivityQuery.filter(uri, Set.of("format")));
    ExportFormat format = ExportFormat.of(label);
    return Response.ok(new ActivityExport(view, format), format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"activities." + format.label() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The chain is one for all teams. */
  @GET
  @Path("verification")
  @Requires(Permission.VIEW_STATUS)
  public VerificationAnswer verify(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue(MOST) int limit,
      @QueryParam("noted") String noted) {
    return VerificationAnswer.of(verification.verify(after, limit, Place.parse(noted)));
  }

  /** A negative number, which no page has, where the product is beyond all pages. */
  private static int offset(int page, int perPage) {
    long offset = (long) page * perPage;
    return offset == (int) offset ? (int) offset : -1;
  }
}
