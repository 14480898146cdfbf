package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges.Wish;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class AccountChangesTest {
  private static final String PASSWORD = "correct horse battery";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakePasswords passwords = new FakePasswords();
  private final SettableClock clock = new SettableClock();
  private final Accounts accounts = new Accounts(stores.users(), passwords, clock);
  private final AccountChanges changes =
      new AccountChanges(stores.users(), stores.accounts(), passwords, clock);
  private final TokenSessions sessions =
      new TokenSessions(
          stores.users(),
          stores.sessions(),
          passwords,
          new FailedLoginActivities(stores.activities(), clock),
          clock);
  private final User ada = create("ada@example.com", Roles.everywhere(Role.ADMIN));
  private final Actor admin = Actors.of(ada);

  private User create(String email, Roles roles) {
    return accounts.create(Actor.system(), new Accounts.Draft("Name", email, PASSWORD, roles));
  }

  private TeamId team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), clock.instant(), t -> Fixtures.activity("created_team"))
        .id();
  }

  private User change(User user, Roles roles) {
    return changes.change(
        admin, user.id().value(), new Wish(Optional.empty(), Optional.empty(), Optional.of(roles)));
  }

  private static Roles in(Map<TeamId, Role> teams) {
    return new Roles(Optional.empty(), teams);
  }

  private List<String> latest(int count) {
    return stores.activities().newest(PageRequest.first(count)).stream()
        .map(Activity::type)
        .toList();
  }

  private static String refusal(ThrowingRunnable call) {
    return assertThrows(MdmException.class, call).code();
  }

  @Test
  public void eachChangeOfRolesIsAnActivity() {
    TeamId desks = team("Desks");
    TeamId labs = team("Labs");
    User tom = create("tom@example.com", Roles.everywhere(Role.OBSERVER));
    change(tom, Roles.everywhere(Role.MAINTAINER));
    assertEquals(List.of("changed_user_global_role"), latest(1));
    change(tom, in(Map.of(desks, Role.ADMIN, labs, Role.OBSERVER)));
    assertEquals(
        List.of("changed_user_team_role", "changed_user_team_role", "deleted_user_global_role"),
        latest(3));
    change(tom, in(Map.of(labs, Role.GITOPS)));
    assertEquals(List.of("changed_user_team_role", "deleted_user_team_role"), latest(2));
    Activity newest = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("Labs", newest.details().get("team_name"));
    assertEquals("gitops", newest.details().get("role"));
    assertEquals(tom.id().value(), newest.details().get("user_id"));
    changes.change(
        admin, tom.id().value(), new Wish(Optional.of("Tim"), Optional.empty(), Optional.empty()));
    assertEquals(List.of("edited_user", "changed_user_team_role"), latest(2));
  }

  /**
   * What another admin has changed a moment before stays: each says only what shall be different.
   */
  @Test
  public void aChangeIsOfTheAccountAsItIs() {
    User tom = create("tom@example.com", Roles.everywhere(Role.OBSERVER));
    AccountStore slow =
        (AccountStore)
            Proxy.newProxyInstance(
                AccountStore.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) -> {
                  change(tom, Roles.everywhere(Role.MAINTAINER));
                  return method.invoke(stores.accounts(), arguments);
                });
    User after =
        new AccountChanges(stores.users(), slow, passwords, clock)
            .change(
                admin,
                tom.id().value(),
                new Wish(Optional.of("Tim"), Optional.empty(), Optional.empty()));
    assertEquals(Optional.of(Role.MAINTAINER), after.globalRole());
    assertEquals("Tim", after.name());
    assertEquals(List.of("edited_user", "changed_user_global_role"), latest(2));
  }

  /** The people of the team are told of the role only. */
  @Test
  public void whoComesAndGoesHasARole() {
    TeamId desks = team("Desks");
    User tom = create("tom@example.com", in(Map.of(desks, Role.GITOPS)));
    accounts.delete(admin, tom.id());
    List<Activity> feed = stores.activities().newest(PageRequest.first(4));
    assertEquals(
        List.of("deleted_user", "deleted_user_team_role", "changed_user_team_role", "created_user"),
        feed.stream().map(Activity::type).toList());
    for (Activity account : List.of(feed.get(0), feed.get(3))) {
      assertEquals("gitops in team " + desks.value(), account.details().get("role"));
      assertEquals(tom.id().value(), account.details().get("user_id"));
      assertEquals(Set.of(), account.teams());
    }
    for (Activity role : feed.subList(1, 3)) {
      assertEquals("gitops", role.details().get("role"));
      assertEquals("Desks", role.details().get("team_name"));
    }
  }

  @Test
  public void whoMayLogInBySsoIsTold() {
    User tom = create("tom@example.com", Roles.everywhere(Role.OBSERVER));
    assertFalse(tom.ssoEnabled());
    assertTrue(sso(tom, true).ssoEnabled());
    Activity newest = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("edited_user", newest.type());
    assertEquals(true, newest.details().get("sso_enabled"));
    assertEquals(false, newest.details().get("previous_sso_enabled"));
    assertTrue("what is not said stays", change(tom, Roles.everywhere(Role.ADMIN)).ssoEnabled());
    Session session = sessions.logIn("tom@example.com", Secret.of(PASSWORD), "192.0.2.1");
    assertFalse(sso(tom, false).ssoEnabled());
    assertEquals(Optional.empty(), sessions.resolve(session.token()));
  }

  private User sso(User user, boolean enabled) {
    return changes.change(
        admin,
        user.id().value(),
        new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(enabled)));
  }

  @Test
  public void whoIsDemotedIsLoggedOutAtOnce() {
    User tom = create("tom@example.com", Roles.everywhere(Role.ADMIN));
    Session session = sessions.logIn("tom@example.com", Secret.of(PASSWORD), "192.0.2.1");
    change(tom, Roles.everywhere(Role.OBSERVER));
    assertEquals(Optional.empty(), sessions.resolve(session.token()));
    Session again = sessions.logIn("tom@example.com", Secret.of(PASSWORD), "192.0.2.1");
    accounts.delete(admin, tom.id());
    assertEquals(Optional.empty(), sessions.resolve(again.token()));
  }

  @Test
  public void thereIsAlwaysAnAdmin() {
    TeamId desks = team("Desks");
    assertEquals(
        "organization.last_admin", refusal(() -> change(ada, in(Map.of(desks, Role.ADMIN)))));
    assertEquals(
        "organization.last_admin", refusal(() -> accounts.delete(Actor.system(), ada.id())));
    create("eve@example.com", Roles.everywhere(Role.ADMIN));
    assertEquals(
        Optional.of(Role.OBSERVER), change(ada, Roles.everywhere(Role.OBSERVER)).globalRole());
  }

  @Test
  public void rolesAreOfOneKindAndNotNone() {
    TeamId desks = team("Desks");
    assertEquals(
        "organization.two_kinds_of_roles",
        refusal(() -> new Roles(Optional.of(Role.ADMIN), Map.of(desks, Role.ADMIN))));
    assertEquals("organization.bad_role", refusal(() -> create("eve@example.com", in(Map.of()))));
    assertEquals("organization.bad_role", refusal(() -> Roles.named("root", "role")));
    assertEquals(
        "organization.team_not_found",
        refusal(() -> create("eve@example.com", in(Map.of(new TeamId(4711), Role.ADMIN)))));
    assertEquals("organization.no_such_user", refusal(() -> changes.find(4711)));
  }

  @Test
  public void anActorHasTheRolesOfTheAccount() {
    TeamId desks = team("Desks");
    Actor tom = Actors.of(create("tom@example.com", in(Map.of(desks, Role.MAINTAINER))));
    assertEquals(Map.of(desks, Role.MAINTAINER), tom.teamRoles());
    assertEquals(java.util.Set.of(), tom.roles());
  }

  @Test
  public void aPasswordIsChangedByWhoKnowsIt() {
    Session session = sessions.logIn("ada@example.com", Secret.of(PASSWORD), "192.0.2.1");
    assertEquals(
        "organization.wrong_password",
        refusal(() -> changes.changePassword(admin, "wrong wrong wrong", "a new long one")));
    assertEquals(
        "organization.bad_password",
        refusal(() -> changes.changePassword(admin, PASSWORD, "short")));
    assertEquals(
        "organization.same_password",
        refusal(() -> changes.changePassword(admin, PASSWORD, PASSWORD)));
    changes.changePassword(admin, PASSWORD, "a new long one");
    assertEquals(List.of("changed_own_password"), latest(1));
    assertEquals(Optional.empty(), sessions.resolve(session.token()));
    sessions.logIn("ada@example.com", Secret.of("a new long one"), "192.0.2.1");
  }

  @Test
  public void guessingTheOldPasswordIsLimited() {
    for (int i = 0; i < 10; i++) {
      refusal(() -> changes.changePassword(admin, "wrong wrong wrong", "a new long one"));
    }
    assertEquals(
        "organization.too_many_failures",
        refusal(() -> changes.changePassword(admin, PASSWORD, "a new long one")));
  }
}
