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
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.UserId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code ActivityStore} must do. */
public class ActivityStoreContract extends StoreContract {
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
        query,
        TeamScope.everywhere());
  }

  private static ActivityFilter filter(
      Optional<HostId> host,
      Optional<TeamId> team,
      Optional<Instant> since,
      Optional<Instant> until) {
    return new ActivityFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        host,
        team,
        since,
        until,
        "",
        TeamScope.everywhere());
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

  /** At once, without waiting for the chain. */
  @Test
  public void theTeamOfAHostIsThatOfItsActivities() {
    TeamId desks = team("Desks");
    HostId own = mac(1).host();
    HostId free = mac(2).host();
    stores.hosts().transfer(List.of(own), Optional.of(desks), T, move -> move.by(Fixtures.ADMIN));
    append(Fixtures.ADMIN, "locked_host", 1, Map.of("host_id", own.value()));
    append(Fixtures.ADMIN, "wiped_host", 1, Map.of("host_id", free.value()));
    append(Fixtures.ADMIN, "downloaded_macos_profile", 1, Map.of("team_id", desks.value()));
    List<Activity> newest = stores.activities().newest(PageRequest.first(3));
    assertEquals(Map.of("team_id", desks.value(), "team_name", "Desks"), newest.get(0).details());
    assertEquals(Map.of("host_id", free.value()), newest.get(1).details());
    assertEquals(
        Map.of("host_id", own.value(), "team_id", desks.value(), "team_name", "Desks"),
        newest.get(2).details());
    assertEquals(
        List.of("downloaded_macos_profile", "locked_host", "transferred_hosts"),
        types(filter(Optional.empty(), Optional.of(desks), Optional.empty(), Optional.empty())));
  }

  @Test
  public void aHostThatIsDeletedHadATeam() {
    TeamId desks = team("Desks");
    EnrolledMac mac = mac(1);
    stores
        .hosts()
        .transfer(List.of(mac.host()), Optional.of(desks), T, move -> move.by(Fixtures.ADMIN));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores
        .hosts()
        .delete(mac.host(), Fixtures.activity("deleted_host").with("host_id", mac.host().value()));
    Activity newest = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals(Set.of(desks), newest.teams());
  }

  @Test
  public void aScopeHoldsWhatIsOfItsTeams() {
    TeamId desks = team("Desks");
    TeamId labs = team("Labs");
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    move(desks, one);
    move(labs, one);
    move(labs, two);
    append(Fixtures.ADMIN, "edited_user", 1, Map.of());
    assertEquals(
        List.of(List.of(one.value()), List.of(one.value())), hosts(TeamScope.of(Set.of(desks))));
    assertEquals(
        List.of(List.of(two.value()), List.of(one.value())), hosts(TeamScope.of(Set.of(labs))));
    assertEquals(3, hosts(TeamScope.of(Set.of(desks, labs))).size());
    assertEquals(List.of(), hosts(TeamScope.nowhere()));
    assertEquals(List.of(), hosts(TeamScope.of(Optional.empty())));
    assertEquals(
        List.of("transferred_hosts"),
        types(
                filter(
                        Optional.of(ActivityType.TRANSFERRED_HOSTS),
                        Optional.empty(),
                        Optional.empty(),
                        "")
                    .within(TeamScope.of(Set.of(desks)).and(TeamScope.of(Set.of(desks, labs)))))
            .subList(0, 1));
  }

  private void move(TeamId team, HostId host) {
    stores.hosts().transfer(List.of(host), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
  }

  private List<Object> hosts(TeamScope scope) {
    return stores
        .activities()
        .newest(ActivityFilter.all().within(scope), PageRequest.first(20))
        .stream()
        .map(row -> row.details().get("host_ids"))
        .toList();
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
