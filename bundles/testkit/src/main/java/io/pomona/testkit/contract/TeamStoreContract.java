package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.User;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code TeamStore} must do. */
public class TeamStoreContract extends StoreContract {
  private static final TeamId UNKNOWN = new TeamId(987654);
  private static final ActivityDraft EDITED = Fixtures.activity("edited_team");

  private Team create(String name) {
    return stores
        .teams()
        .create(
            new NewTeam(name, ""),
            T,
            team -> Fixtures.activity("created_team").with("team_id", team.id().value()));
  }

  private List<String> list(String query, TeamScope scope) {
    return stores.teams().list(query, scope, PageRequest.first(100)).stream()
        .map(Team::name)
        .toList();
  }

  private int move(Optional<TeamId> team, HostId... hosts) {
    return stores.hosts().transfer(List.of(hosts), team, T, move -> move.by(Fixtures.ADMIN));
  }

  private List<Activity> newest(int count) {
    return stores.activities().newest(PageRequest.first(count));
  }

  @Test
  public void aTeamIsStoredWhole() {
    Team team =
        stores
            .teams()
            .create(
                new NewTeam("Work stations", "On desks"),
                T,
                made -> Fixtures.activity("created_team").with("team_id", made.id().value()));
    assertEquals(new Team(team.id(), "Work stations", "On desks", T, 0, 0), team);
    assertEquals(Optional.of(team), stores.teams().find(team.id()));
    assertEquals(Map.of(team.id(), "Work stations"), stores.teams().names());
    assertEquals(
        team.id().value(),
        stores.activities().newest(PageRequest.first(1)).get(0).details().get("team_id"));
    assertEquals(Optional.empty(), stores.teams().find(UNKNOWN));
    assertEquals(Optional.of(team), stores.teams().named("work STATIONS"));
    assertEquals(Optional.empty(), stores.teams().named("Work"));
  }

  @Test
  public void aNameIsUsedOnceWhateverTheCase() {
    Team desks = create("Desks");
    create("Labs");
    assertFails("organization.team_name_taken", () -> create("dESKS"));
    assertFails(
        "organization.team_name_taken",
        () ->
            stores
                .teams()
                .change(
                    desks.id(), was -> new NewTeam("LABS", ""), T, (was, is) -> List.of(EDITED)));
    assertEquals(List.of("Desks", "Labs"), list("", TeamScope.everywhere()));
    assertEquals(2, activities().size());
  }

  @Test
  public void ofFiftyEqualOnesOneIsStored() throws Exception {
    List<Boolean> stored =
        Race.of(
            50,
            i ->
                () -> {
                  try {
                    create("Desks");
                    return true;
                  } catch (MdmException e) {
                    assertEquals("organization.team_name_taken", e.code());
                    return false;
                  }
                });
    assertEquals(1, stored.stream().filter(Boolean::booleanValue).count());
  }

  @Test
  public void aTeamIsChanged() {
    Team team = create("Desks");
    Team changed =
        stores
            .teams()
            .change(
                team.id(),
                was -> new NewTeam(was.name().toLowerCase(Locale.ROOT), "All"),
                T,
                (was, is) -> List.of(EDITED.with("previous_team_name", was.name())));
    assertEquals("Desks", newest(1).get(0).details().get("previous_team_name"));
    assertEquals(new Team(team.id(), "desks", "All", T, 0, 0), changed);
    assertEquals(Optional.of(changed), stores.teams().find(team.id()));
    assertContains(activities(), "edited_team");
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () ->
            stores
                .teams()
                .change(UNKNOWN, was -> new NewTeam("Labs", ""), T, (was, is) -> List.of(EDITED)));
  }

  @Test
  public void listsAreSearchedScopedAndPaged() {
    Team desks = create("Desks");
    Team labs = create("Labs");
    assertEquals(List.of("Desks"), list("DESK", TeamScope.everywhere()));
    assertEquals(List.of(), list("%", TeamScope.everywhere()));
    assertEquals(List.of("Labs"), list("", TeamScope.of(Set.of(labs.id(), UNKNOWN))));
    assertEquals(List.of(), list("", TeamScope.nowhere()));
    assertEquals(List.of(), list("", TeamScope.of(Optional.empty())));
    assertEquals(
        List.of(labs),
        stores.teams().list("", TeamScope.everywhere(), new PageRequest(desks.id().value(), 0, 1)));
  }

  private User member(String name, Map<TeamId, Role> roles) {
    NewUser user = new NewUser(name, name + "@example.com", "$h", Optional.empty(), roles);
    return stores.users().create(user, T, Fixtures.activity("created_user"));
  }

  @Test
  public void whoHadARoleInATeamIsNamedWhenItIsDeleted() {
    TeamId desks = create("Desks").id();
    TeamId labs = create("Labs").id();
    User ann = member("ann", Map.of(desks, Role.OBSERVER, labs, Role.ADMIN));
    User tom = member("tom", Map.of(desks, Role.MAINTAINER));
    member("eve", Map.of(labs, Role.OBSERVER));
    stores
        .teams()
        .delete(
            desks,
            T,
            move -> move.by(Fixtures.ADMIN),
            (team, people) -> {
              assertEquals(List.of(ann, tom), people);
              return List.of(
                  Fixtures.activity("deleted_user_team_role").with("team_name", team.name()),
                  Fixtures.activity("deleted_team"));
            });
    assertEquals("deleted_team", newest(1).get(0).type());
    assertEquals("Desks", newest(2).get(1).details().get("team_name"));
    assertEquals(Map.of(labs, Role.ADMIN), stores.users().find(ann.id()).orElseThrow().teamRoles());
    assertEquals(Map.of(), stores.users().find(tom.id()).orElseThrow().teamRoles());
  }

  @Test
  public void hostsAreListedAndCountedByTeam() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    HostId three = mac(3).host();
    TeamId desks = create("Desks").id();
    TeamId labs = create("Labs").id();
    move(Optional.of(desks), one);
    move(Optional.of(labs), two);
    assertEquals(List.of(one), hosts(TeamScope.of(Optional.of(desks))));
    assertEquals(List.of(three), hosts(TeamScope.of(Optional.empty())));
    assertEquals(List.of(one, two), hosts(TeamScope.of(Set.of(desks, labs, UNKNOWN))));
    assertEquals(List.of(one, two, three), hosts(TeamScope.everywhere()));
    assertEquals(List.of(), hosts(TeamScope.nowhere()));
    assertEquals(
        Map.of(MdmStatus.ON_MANUAL, 1L), stores.hosts().counts(TeamScope.of(Set.of(labs))));
    assertEquals(Map.of(), stores.hosts().counts(TeamScope.nowhere()));
    assertEquals(Map.of(MdmStatus.ON_MANUAL, 3L), stores.hosts().counts());
  }

  private List<HostId> hosts(TeamScope scope) {
    return stores.hosts().list(HostFilter.all().within(scope), PageRequest.first(9)).stream()
        .map(Host::id)
        .toList();
  }

  @Test
  public void commandsAreListedByTeam() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    TeamId desks = create("Desks").id();
    move(Optional.of(desks), one.host());
    CommandOrder order =
        Fixtures.order("SecurityInfo", NewCommand.ADMIN, T, one.channel(), two.channel());
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    Optional<HostId> all = Optional.empty();
    assertEquals(List.of(one.host()), commands(all, TeamScope.of(Set.of(desks))));
    assertEquals(List.of(two.host()), commands(all, TeamScope.of(Optional.empty())));
    assertEquals(2, commands(all, TeamScope.everywhere()).size());
    assertEquals(List.of(), commands(all, TeamScope.nowhere()));
    assertEquals(List.of(), commands(Optional.of(two.host()), TeamScope.of(Set.of(desks))));
    assertEquals(List.of(two.host()), commands(Optional.of(two.host()), TeamScope.everywhere()));
  }

  private List<HostId> commands(Optional<HostId> host, TeamScope scope) {
    return stores.commandHistory().list(host, scope, PageRequest.first(9)).stream()
        .map(CommandRecord::host)
        .toList();
  }
}
