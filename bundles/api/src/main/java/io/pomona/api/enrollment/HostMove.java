package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Optional;

/**
 * Hosts that go from one place to another together.
 *
 * @param hosts as they were before, by id; never empty
 * @param from empty where they were in no team
 * @param to empty where they go to none
 */
public record HostMove(List<Host> hosts, Optional<Place> from, Optional<Place> to) {
  /** A team by the name that it has at the time. */
  public record Place(TeamId team, String name) {}

  /**
   * What the feed tells of it. One place a row: who may see either place may see all hosts of it.
   */
  public ActivityDraft by(Actor actor) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "transferred_hosts")
            .with("host_ids", hosts.stream().map(host -> host.id().value()).toList())
            .with("host_display_names", hosts.stream().map(Host::displayName).toList());
    return with(with(draft, "previous_team", from), "team", to);
  }

  private static ActivityDraft with(ActivityDraft draft, String which, Optional<Place> place) {
    return place
        .map(at -> draft.with(which + "_id", at.team().value()).with(which + "_name", at.name()))
        .orElse(draft);
  }
}
