package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** Who sees what of the feed. */
public class ActivityFeedTest {
  private static final Instant T = SettableClock.START;

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final ActivityFeed feed = new ActivityFeed(stores.activities(), new RoleAccess());
  private final TeamId desks = team("Desks");
  private final TeamId labs = team("Labs");
  private final HostId one = mac(1, desks);
  private final HostId two = mac(2, labs);

  private TeamId team(String name) {
    return stores
        .teams()
        .create(
            new NewTeam(name, ""),
            T,
            made -> Fixtures.activity("created_team").with("team_id", made.id().value()))
        .id();
  }

  private HostId mac(int number, TeamId team) {
    HostId host = Fixtures.enrolledMac(stores, number, T).host();
    move(team, host);
    return host;
  }

  private void move(TeamId team, HostId... hosts) {
    stores.hosts().transfer(List.of(hosts), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
  }

  private void append(String type, Map<String, Object> details) {
    stores.activities().append(new ActivityDraft(Fixtures.ADMIN, type, details), T);
  }

  private static Actor in(TeamId team, Role role) {
    return new Actor(Optional.empty(), "Tom", "", Set.of(), Map.of(team, role));
  }

  private List<Activity> seen(Actor actor, ActivityFilter filter) {
    return feed.of(actor, filter).page(PageRequest.first(100)).activities();
  }

  private List<String> types(Actor actor) {
    return seen(actor, ActivityFilter.all()).stream().map(Activity::type).toList();
  }

  @Test
  public void peopleOfATeamSeeWhatIsOfIt() {
    append("locked_host", Map.of("host_id", one.value()));
    append("wiped_host", Map.of("host_id", two.value()));
    append("created_macos_profile", Map.of("team_id", desks.value()));
    append("created_macos_profile", Map.of());
    append("created_user", Map.of("user_name", "Eve"));
    append("edited_organization", Map.of("organization", "Acme"));
    for (Role role : Set.of(Role.OBSERVER, Role.OBSERVER_PLUS, Role.MAINTAINER, Role.ADMIN)) {
      assertEquals(
          List.of("created_macos_profile", "locked_host", "transferred_hosts", "created_team"),
          types(in(desks, role)));
    }
    assertEquals(12, types(Fixtures.ADMIN).size());
    assertEquals(MdmException.Kind.FORBIDDEN, refusal(in(desks, Role.GITOPS), Optional.empty()));
  }

  /** Of a transfer, both sides see the Macs that went from one to the other, and no others. */
  @Test
  public void aTransferIsSeenOnBothSides() {
    HostId free = Fixtures.enrolledMac(stores, 3, T).host();
    move(labs, one, free);
    assertEquals(List.of(List.of(one.value()), List.of(one.value())), moved(desks));
    assertEquals(3, moved(labs).size());
    assertEquals(
        Set.of(List.of(one.value()), List.of(free.value()), List.of(two.value())),
        Set.copyOf(moved(labs)));
  }

  private List<Object> moved(TeamId team) {
    return seen(in(team, Role.OBSERVER), ActivityFilter.all()).stream()
        .filter(row -> row.type().equals("transferred_hosts"))
        .map(row -> row.details().get("host_ids"))
        .toList();
  }

  @Test
  public void foreignTeamsDoNotExist() {
    Actor tom = in(desks, Role.ADMIN);
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(tom, Optional.of(labs)));
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(tom, Optional.of(new TeamId(4711))));
    assertEquals(2, seen(tom, of(desks)).size());
    assertEquals(0, seen(Fixtures.ADMIN, of(new TeamId(4711))).size());
  }

  private static ActivityFilter of(TeamId team) {
    ActivityFilter all = ActivityFilter.all();
    return new ActivityFilter(
        all.type(),
        all.actor(),
        all.actorEmail(),
        all.host(),
        Optional.of(team),
        all.since(),
        all.until(),
        all.query(),
        all.scope());
  }

  private MdmException.Kind refusal(Actor actor, Optional<TeamId> team) {
    ActivityFilter filter = team.map(ActivityFeedTest::of).orElse(ActivityFilter.all());
    return assertThrows(MdmException.class, () -> feed.of(actor, filter)).kind();
  }

  @Test
  public void pagesGoOnBelowTheLastOne() {
    ActivityFeed.View all = feed.of(Fixtures.ADMIN, ActivityFilter.all());
    ActivityFeed.Page first = all.page(PageRequest.first(4));
    ActivityFeed.Page second = all.page(new PageRequest(first.next().orElseThrow(), 0, 4));
    assertEquals(2, second.activities().size());
    assertEquals(Optional.empty(), second.next());
  }
}
