package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.UserId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The activity feed, newest first. */
@Component
@Path("activities")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivityResource implements AdminResource {
  private final ActivityStore activities;

  @Activate
  public ActivityResource(@Reference ActivityStore activities) {
    this.activities = activities;
  }

  /** One activity in the reference's form. */
  public record ActivityView(
      long id,
      Instant createdAt,
      String actorFullName,
      Optional<Long> actorId,
      String actorEmail,
      String type,
      Map<String, Object> details) {
    static ActivityView of(Activity activity) {
      return new ActivityView(
          activity.id(),
          activity.createdAt(),
          activity.actorName(),
          activity.actor().map(UserId::value),
          activity.actorEmail(),
          activity.type(),
          activity.details());
    }
  }

  /** A page of the feed. */
  public record ActivitiesAnswer(List<ActivityView> activities) {}

  @GET
  @Requires(Permission.VIEW_ACTIVITIES)
  public ActivitiesAnswer list(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("100") int perPage) {
    PageRequest request = new PageRequest(after, offset(page, perPage), perPage);
    return new ActivitiesAnswer(activities.newest(request).stream().map(ActivityView::of).toList());
  }

  /** A negative number, which no page has, where the product is beyond all pages. */
  private static int offset(int page, int perPage) {
    long offset = (long) page * perPage;
    return offset == (int) offset ? (int) offset : -1;
  }
}
