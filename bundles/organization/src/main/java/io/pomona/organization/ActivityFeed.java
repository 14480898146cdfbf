package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The activity feed as a person may see it: all of it, or what is of their teams. What is of no
 * team, such as accounts and settings, is for people with a role everywhere.
 */
@Component(service = ActivityFeed.class)
public final class ActivityFeed {
  private final ActivityStore activities;
  private final Access access;

  @Activate
  public ActivityFeed(@Reference ActivityStore activities, @Reference Access access) {
    this.activities = activities;
    this.access = access;
  }

  /** Authorizes before anything is read. */
  public View of(Actor actor, ActivityFilter filter) {
    if (!access.mayAnywhere(actor, Permission.VIEW_ACTIVITIES)) {
      access.require(actor, Permission.VIEW_ACTIVITIES, Optional.empty());
    }
    filter
        .team()
        .ifPresent(
            team ->
                access.require(
                    actor,
                    Permission.VIEW_ACTIVITIES,
                    Optional.of(team),
                    ActivityFeed::unknownTeam));
    TeamScope scope = access.scope(actor, Permission.VIEW_ACTIVITIES);
    return new View(filter.within(scope), scope);
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  /**
   * A part of the feed.
   *
   * @param next below which id to go on; empty when nothing is left
   */
  public record Page(List<Activity> activities, Optional<Long> next) {}

  /** What one person asked for and may see. */
  public final class View {
    private final ActivityFilter filter;
    private final TeamScope scope;

    private View(ActivityFilter filter, TeamScope scope) {
      this.filter = filter;
      this.scope = scope;
    }

    /** Newest first. */
    public Page page(PageRequest request) {
      List<Activity> found = activities.newest(filter, request);
      Optional<Long> next =
          found.size() < request.limit()
              ? Optional.empty()
              : Optional.of(found.get(found.size() - 1).id());
      return new Page(found.stream().filter(this::isVisible).toList(), next);
    }

    /** By what the row itself says, which the chain covers; the search goes by a column. */
    private boolean isVisible(Activity row) {
      return scope.all()
          || row.teams().stream().anyMatch(team -> scope.includes(Optional.of(team)));
    }
  }
}
