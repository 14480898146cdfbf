package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.UserId;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code ActivityStore} must do. */
public abstract class ActivityStoreContract extends StoreContract {
  private void append(String type) {
    stores.activities().append(ActivityDraft.of(Fixtures.ADMIN, type), T);
  }

  private List<String> types(PageRequest page) {
    return stores.activities().newest(page).stream().map(Activity::type).toList();
  }

  @Test
  public void anActivityIsStoredWhole() {
    stores
        .activities()
        .append(
            ActivityDraft.of(Fixtures.ADMIN, "transferred_hosts")
                .with("team_name", "Workstations \u2318")
                .with("team_id", 7L)
                .with("host_ids", List.of(1L, 2L))
                .with("host_display_names", List.of("a", "b")),
            T);
    Activity activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals(T, activity.createdAt());
    assertEquals(Fixtures.ADMIN.name(), activity.actorName());
    assertEquals(Fixtures.ADMIN.email(), activity.actorEmail());
    assertEquals(Optional.empty(), activity.actor());
    assertEquals("transferred_hosts", activity.type());
    assertEquals(
        Map.of(
            "team_name",
            "Workstations \u2318",
            "team_id",
            7L,
            "host_ids",
            List.of(1L, 2L),
            "host_display_names",
            List.of("a", "b")),
        activity.details());
  }

  @Test
  public void pomonaItselfIsAnActor() {
    stores.activities().append(ActivityDraft.of(Actor.system(), "mdm_enrolled"), T);
    Activity activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("Pomona", activity.actorName());
    assertEquals(Map.of(), activity.details());
  }

  @Test
  public void newestFirstAndPaged() {
    append("locked_host");
    append("unlocked_host");
    append("wiped_host");
    assertEquals(
        List.of("wiped_host", "unlocked_host", "locked_host"), types(PageRequest.first(10)));
    assertEquals(List.of("unlocked_host"), types(new PageRequest(0, 1, 1)));
    long newest = stores.activities().newest(PageRequest.first(1)).get(0).id();
    assertEquals(List.of("unlocked_host", "locked_host"), types(new PageRequest(newest, 0, 10)));
  }

  private List<String> types(ActivityFilter filter) {
    return stores.activities().newest(filter, PageRequest.first(10)).stream()
        .map(Activity::type)
        .toList();
  }

  private void append(Actor actor, String type, int minute, Map<String, Object> details) {
    stores
        .activities()
        .append(new ActivityDraft(actor, type, details), T.plus(MINUTE.multipliedBy(minute)));
  }

  private void story() {
    Actor eve = new Actor(Optional.of(new UserId(5)), "Eve", "Eve@example.com", Set.of());
    append(Actor.system(), "mdm_enrolled", 0, Map.of("host_id", 1L));
    append(eve, "locked_host", 1, Map.of("host_id", 1L));
    append(eve, "transferred_hosts", 2, Map.of("host_ids", List.of(1L, 2L), "team_id", 3L));
    append(Fixtures.ADMIN, "wiped_host", 3, Map.of("host_id", 2L));
    stores.activityChain().begin(new byte[] {1});
    stores.activityChain().chain(100, (position, previous, activity) -> "" + position);
  }

  private static ActivityFilter filter(
      Optional<ActivityType> type, Optional<UserId> actor, Optional<String> email, String query) {
    return new ActivityFilter(
        type,
        actor,
        email,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        query);
  }

  private static ActivityFilter filter(
      Optional<HostId> host,
      Optional<TeamId> team,
      Optional<Instant> since,
      Optional<Instant> until) {
    return new ActivityFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), host, team, since, until, "");
  }

  @Test
  public void filteredByWhatWasDoneAndByWhom() {
    story();
    Optional<ActivityType> noType = Optional.empty();
    Optional<String> noEmail = Optional.empty();
    assertEquals(
        List.of("locked_host"),
        types(filter(Optional.of(ActivityType.LOCKED_HOST), Optional.empty(), noEmail, "")));
    List<String> ofEve = List.of("transferred_hosts", "locked_host");
    assertEquals(ofEve, types(filter(noType, Optional.of(new UserId(5)), noEmail, "")));
    assertEquals(
        ofEve, types(filter(noType, Optional.empty(), Optional.of("eve@example.com"), "")));
    assertEquals(ofEve, types(filter(noType, Optional.empty(), noEmail, "eVE@")));
    assertEquals(
        List.of("wiped_host"),
        types(filter(noType, Optional.empty(), noEmail, "D_HOST")).subList(0, 1));
    assertEquals(List.of(), types(filter(noType, Optional.empty(), noEmail, "%")));
  }

  @Test
  public void filteredByHostTeamAndTime() {
    story();
    Optional<HostId> noHost = Optional.empty();
    Optional<TeamId> noTeam = Optional.empty();
    assertEquals(
        List.of("transferred_hosts", "locked_host", "mdm_enrolled"),
        types(filter(Optional.of(new HostId(1)), noTeam, Optional.empty(), Optional.empty())));
    assertEquals(
        List.of("transferred_hosts"),
        types(filter(noHost, Optional.of(new TeamId(3)), Optional.empty(), Optional.empty())));
    assertEquals(
        List.of("locked_host"),
        types(
            filter(
                noHost,
                noTeam,
                Optional.of(T.plus(MINUTE)),
                Optional.of(T.plus(MINUTE.multipliedBy(2))))));
  }
}
