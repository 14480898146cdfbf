package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

public class TeamsTest {
  private static final Actor ADMIN = Fixtures.ADMIN;

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final Teams teams = new Teams(stores.teams(), new RoleAccess(), new SettableClock());

  private Team create(String name) {
    return teams.create(ADMIN, name, Optional.empty());
  }

  private static Actor in(TeamId team, Role role) {
    return new Actor(Optional.empty(), "Tom", "", Set.of(), Map.of(team, role));
  }

  private static MdmException.Kind refusal(org.junit.function.ThrowingRunnable call) {
    return assertThrows(MdmException.class, call).kind();
  }

  @Test
  public void whatIsDoneIsWrittenDown() {
    Team team = create("  Desks ");
    assertEquals("Desks", team.name());
    teams.change(ADMIN, team.id().value(), Optional.of("Labs"), Optional.empty());
    teams.change(ADMIN, team.id().value(), Optional.of("Labs"), Optional.empty());
    teams.delete(ADMIN, team.id().value());
    List<Activity> feed = stores.activities().newest(PageRequest.first(9));
    assertEquals(
        List.of("deleted_team", "edited_team", "created_team"),
        feed.stream().map(Activity::type).toList());
    assertEquals(Map.of("team_id", team.id().value(), "team_name", "Labs"), feed.get(0).details());
    assertEquals("Desks", feed.get(1).details().get("previous_team_name"));
  }

  @Test
  public void aNewDescriptionIsToldWithTheOldOne() {
    Team team = create("Desks");
    teams.change(ADMIN, team.id().value(), Optional.empty(), Optional.of(" For work "));
    assertEquals(
        Map.of(
            "team_id", team.id().value(),
            "team_name", "Desks",
            "description", "For work",
            "previous_description", ""),
        stores.activities().newest(PageRequest.first(1)).get(0).details());
  }

  /** The Macs leave some at a time, and each step says which. */
  @Test
  public void whoHasLeftATeamThatIsDeletedIsTold() {
    Team team = create("Desks");
    List<HostId> macs =
        IntStream.range(1, 1_003)
            .mapToObj(i -> Fixtures.enrolledMac(stores, i, SettableClock.START).host())
            .toList();
    stores
        .hosts()
        .transfer(
            macs, Optional.of(team.id()), SettableClock.START, move -> move.by(Fixtures.ADMIN));
    teams.delete(ADMIN, team.id().value());
    List<Activity> feed = stores.activities().newest(PageRequest.first(3));
    assertEquals(
        List.of("deleted_team", "transferred_hosts", "transferred_hosts"),
        feed.stream().map(Activity::type).toList());
    assertEquals(2, ((List<?>) feed.get(1).details().get("host_ids")).size());
    assertEquals(1_000, ((List<?>) feed.get(2).details().get("host_ids")).size());
    assertEquals(Set.of(team.id()), feed.get(2).teams());
    assertEquals(Optional.empty(), stores.hosts().find(macs.get(0)).orElseThrow().team());
  }

  @Test
  public void rolesThatEndWithATeamAreToldOfEachPerson() {
    Team team = create("Desks");
    User tom =
        stores
            .users()
            .create(
                new NewUser(
                    "Tom",
                    "tom@example.com",
                    "$h",
                    Optional.empty(),
                    Map.of(team.id(), Role.MAINTAINER)),
                SettableClock.START,
                Fixtures.activity("created_user"));
    teams.delete(ADMIN, team.id().value());
    List<Activity> feed = stores.activities().newest(PageRequest.first(2));
    assertEquals(
        List.of("deleted_team", "deleted_user_team_role"),
        feed.stream().map(Activity::type).toList());
    assertEquals(
        Map.of(
            "user_id", tom.id().value(),
            "user_name", "Tom",
            "user_email", "tom@example.com",
            "role", "maintainer",
            "team_id", team.id().value(),
            "team_name", "Desks"),
        feed.get(1).details());
  }

  @Test
  public void namesThatMeanSomethingElseAreRefused() {
    for (String name : new String[] {"", "  ", "no TEAM", "All teams ", "a\nb", "x".repeat(256)}) {
      assertEquals(name, MdmException.Kind.INVALID, refusal(() -> create(name)));
    }
    create("x".repeat(255));
    create("Desks");
    assertEquals(MdmException.Kind.CONFLICT, refusal(() -> create("desks ")));
  }

  @Test
  public void foreignTeamsDoNotExist() {
    Team own = create("Desks");
    Team other = create("Labs");
    Actor admin = in(own.id(), Role.ADMIN);
    assertEquals(List.of(own), teams.list(admin, "", PageRequest.first(9)));
    assertEquals(own, teams.find(admin, own.id().value()));
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(() -> teams.find(admin, other.id().value())));
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(() -> teams.find(admin, 987654)));
    assertEquals(
        MdmException.Kind.NOT_FOUND,
        refusal(
            () -> teams.change(admin, other.id().value(), Optional.of("Mine"), Optional.empty())));
    teams.change(admin, own.id().value(), Optional.of("Mine"), Optional.empty());
  }

  @Test
  public void aRoleInATeamMakesAndEndsNone() {
    Team own = create("Desks");
    for (Role role : Role.values()) {
      Actor actor = in(own.id(), role);
      assertEquals(
          MdmException.Kind.FORBIDDEN,
          refusal(() -> teams.create(actor, "Another", Optional.empty())));
      assertEquals(
          MdmException.Kind.FORBIDDEN, refusal(() -> teams.delete(actor, own.id().value())));
    }
  }

  @Test
  public void atTheShellATeamIsMeantByNameOrNumberAndNoneByItsName() {
    Team own = create("Desks");
    Team other = create("Labs");
    Actor tom = in(own.id(), Role.OBSERVER);
    assertEquals(Optional.of(own.id()), teams.find(tom, " dESKS "));
    assertEquals(Optional.empty(), teams.find(tom, "no team"));
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(() -> teams.find(tom, "Labs")));
    assertEquals(Optional.of(other.id()), teams.find(ADMIN, String.valueOf(other.id().value())));
    String number = String.valueOf(other.id().value());
    List<String> texts = List.of(" dESKS ", "no team", "Labs", number);
    assertEquals(
        Map.of(" dESKS ", Optional.of(own.id()), "no team", Optional.empty()),
        teams.findAll(tom, texts));
    assertEquals(Optional.of(other.id()), teams.findAll(ADMIN, texts).get(number));
    assertEquals(List.of("No team", "Desks"), teams.suggest(tom));
    assertEquals(List.of("No team", "Desks", "Labs"), teams.suggest(ADMIN));
  }

  @Test
  public void aTeamIsNamedOrNumbered() {
    Team team = create("Desks");
    assertEquals(team, teams.named(ADMIN, "dESKS"));
    assertEquals(team, teams.named(ADMIN, String.valueOf(team.id().value())));
    assertEquals(MdmException.Kind.NOT_FOUND, refusal(() -> teams.named(ADMIN, "Desk")));
  }
}
