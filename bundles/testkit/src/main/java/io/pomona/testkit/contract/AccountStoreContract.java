package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.Test;

/** What every {@code AccountStore} must do, and what roles in teams do to a {@code UserStore}. */
public class AccountStoreContract extends StoreContract {
  private static final ActivityDraft CHANGED = Fixtures.activity("changed_user_team_role");
  private static final Optional<Role> NONE = Optional.empty();

  private User create(String name, Optional<Role> role, Map<TeamId, Role> roles) {
    return stores
        .users()
        .create(
            new NewUser(name, name + "@example.com", "$h", role, roles),
            T,
            Fixtures.activity("created_user"));
  }

  private User admin(String name) {
    return create(name, Optional.of(Role.ADMIN), Map.of());
  }

  private Credentials credentials(User user) {
    return stores.users().credentials(user.email()).orElseThrow();
  }

  private String logIn(User user) {
    String token = Fixtures.hash("token of " + user.name());
    stores
        .sessions()
        .create(credentials(user), token, T, T.plus(HOUR), Fixtures.activity("user_logged_in"));
    return token;
  }

  private User change(User user, Optional<Role> role, Map<TeamId, Role> roles) {
    return change(
        user, was -> new UserChange(was.name(), was.email(), role, roles, was.ssoEnabled()));
  }

  private User change(User user, Function<User, UserChange> wanted) {
    return stores.accounts().change(user.id(), wanted, T, (before, after) -> List.of(CHANGED));
  }

  @Test
  public void rolesInTeamsAreStored() {
    TeamId desks = team("Desks");
    TeamId labs = team("Labs");
    Map<TeamId, Role> roles = Map.of(desks, Role.MAINTAINER, labs, Role.OBSERVER_PLUS);
    User user = create("tom", NONE, roles);
    assertEquals(roles, user.teamRoles());
    assertEquals(Optional.of(user), stores.users().find(user.id()));
    assertEquals(List.of(user), stores.users().list());
    assertEquals(user, stores.users().credentials("tom@example.com").orElseThrow().user());
    assertEquals(Optional.of(user), stores.sessions().find(logIn(user), T));
    assertEquals(1, stores.teams().find(desks).orElseThrow().users());
    assertFails(
        "organization.team_not_found",
        () -> create("eve", NONE, Map.of(new TeamId(987654), Role.ADMIN)));
    assertEquals(1, stores.users().list().size());
  }

  @Test
  public void aTeamTakesItsRolesAlong() {
    TeamId desks = team("Desks");
    TeamId labs = team("Labs");
    User user = create("tom", NONE, Map.of(desks, Role.ADMIN, labs, Role.OBSERVER));
    String token = logIn(user);
    deleteTeam(desks);
    assertEquals(
        Map.of(labs, Role.OBSERVER), stores.users().find(user.id()).orElseThrow().teamRoles());
    assertEquals(
        Map.of(labs, Role.OBSERVER), stores.sessions().find(token, T).orElseThrow().teamRoles());
  }

  @Test
  public void otherRolesEndTheSessions() {
    TeamId desks = team("Desks");
    User user = create("tom", Optional.of(Role.MAINTAINER), Map.of());
    String token = logIn(user);
    User same = change(user, Optional.of(Role.MAINTAINER), Map.of());
    assertEquals(user, same);
    assertTrue(stores.sessions().find(token, T).isPresent());
    User after = change(user, NONE, Map.of(desks, Role.OBSERVER));
    assertEquals(NONE, after.globalRole());
    assertEquals(Map.of(desks, Role.OBSERVER), after.teamRoles());
    assertEquals(Optional.of(after), stores.users().find(user.id()));
    assertEquals(Optional.empty(), stores.sessions().find(token, T));
    String again = logIn(after);
    change(after, NONE, Map.of());
    assertEquals(Optional.empty(), stores.sessions().find(again, T));
    assertEquals(3, activities().stream().filter("changed_user_team_role"::equals).count());
  }

  @Test
  public void nameAndAddressChangeAndTheSessionGoesOn() {
    User user = create("tom", Optional.of(Role.OBSERVER), Map.of());
    create("eve", Optional.of(Role.OBSERVER), Map.of());
    String token = logIn(user);
    UserChange wanted =
        new UserChange("Tim", "tim@example.com", Optional.of(Role.OBSERVER), Map.of(), false);
    User after = change(user, was -> wanted);
    assertEquals("Tim", after.name());
    assertEquals(Optional.of(after), stores.sessions().find(token, T));
    assertFails(
        "organization.email_taken",
        () -> change(user, was -> new UserChange("Eve", "eve@example.com", NONE, Map.of(), false)));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () ->
            stores
                .accounts()
                .change(new UserId(987654), was -> wanted, T, (before, now) -> List.of()));
  }

  @Test
  public void whatTwoChangeAtOnceIsBothKept() throws Exception {
    User user = create("tom", Optional.of(Role.OBSERVER), Map.of());
    admin("ada");
    List<Function<User, UserChange>> wishes =
        List.of(
            was ->
                new UserChange(
                    "Tim", was.email(), was.globalRole(), was.teamRoles(), was.ssoEnabled()),
            was ->
                new UserChange(
                    was.name(),
                    "tim@example.com",
                    was.globalRole(),
                    was.teamRoles(),
                    was.ssoEnabled()),
            was ->
                new UserChange(was.name(), was.email(), Optional.of(Role.ADMIN), Map.of(), false));
    Race.of(3, i -> () -> change(user, wishes.get(i)));
    User after = stores.users().find(user.id()).orElseThrow();
    assertEquals("Tim", after.name());
    assertEquals("tim@example.com", after.email());
    assertEquals(Optional.of(Role.ADMIN), after.globalRole());
  }

  @Test
  public void whatIsToldIsWhatWasChanged() {
    User user = create("tom", Optional.of(Role.OBSERVER), Map.of());
    User renamed =
        change(user, was -> new UserChange("Tim", was.email(), was.globalRole(), Map.of(), false));
    List<User> told = new ArrayList<>();
    stores
        .accounts()
        .change(
            user.id(),
            was ->
                new UserChange(was.name(), was.email(), Optional.of(Role.GITOPS), Map.of(), false),
            T,
            (before, after) -> {
              told.addAll(List.of(before, after));
              return List.of();
            });
    assertEquals(List.of(renamed, stores.users().find(user.id()).orElseThrow()), told);
  }

  @Test
  public void theLastAdminStays() {
    User ada = admin("ada");
    create("tom", Optional.of(Role.MAINTAINER), Map.of());
    assertFails(
        "organization.last_admin",
        () -> stores.users().delete(ada.id(), was -> List.of(Fixtures.activity("deleted_user"))));
    assertFails("organization.last_admin", () -> change(ada, Optional.of(Role.OBSERVER), Map.of()));
    assertFails(
        "organization.last_admin", () -> change(ada, NONE, Map.of(team("Desks"), Role.ADMIN)));
    User eve = admin("eve");
    change(ada, Optional.of(Role.OBSERVER), Map.of());
    assertFails(
        "organization.last_admin",
        () -> stores.users().delete(eve.id(), was -> List.of(Fixtures.activity("deleted_user"))));
  }

  @Test
  public void ofManyAdminsWhoLeaveAtOnceOneStays() throws Exception {
    List<User> admins = List.of(admin("a"), admin("b"), admin("c"), admin("d"), admin("e"));
    List<Boolean> left =
        Race.of(
            admins.size(),
            i ->
                () -> {
                  try {
                    if (i % 2 == 0) {
                      stores
                          .users()
                          .delete(
                              admins.get(i).id(),
                              was -> List.of(Fixtures.activity("deleted_user")));
                    } else {
                      change(admins.get(i), Optional.of(Role.OBSERVER), Map.of());
                    }
                    return true;
                  } catch (MdmException e) {
                    assertEquals("organization.last_admin", e.code());
                    return false;
                  }
                });
    assertEquals(4, left.stream().filter(Boolean::booleanValue).count());
    assertEquals(
        1,
        stores.users().list().stream()
            .filter(user -> user.globalRole().equals(Optional.of(Role.ADMIN)))
            .count());
  }

  @Test
  public void aNewPasswordEndsTheSessions() {
    User user = admin("ada");
    String token = logIn(user);
    Credentials verified = credentials(user);
    assertTrue(setPassword(verified, "$new"));
    assertEquals(
        "$new", stores.users().credentials("ada@example.com").orElseThrow().passwordHash());
    assertEquals(Optional.empty(), stores.sessions().find(token, T));
    assertContains(activities(), "changed_own_password");
    assertFalse(setPassword(verified, "$newer"));
    assertEquals("$new", credentials(user).passwordHash());
    User nobody = new User(new UserId(987654), "Eve", "", NONE, T);
    assertFalse(setPassword(new Credentials(nobody, "$h"), "$new"));
  }

  private boolean setPassword(Credentials verified, String hash) {
    return stores
        .accounts()
        .setPassword(verified, hash, T, Fixtures.activity("changed_own_password"));
  }

  @Test
  public void ofManyNewPasswordsForTheSameOldOneOneIsTaken() throws Exception {
    Credentials verified = credentials(admin("ada"));
    List<Boolean> taken = Race.of(8, i -> () -> setPassword(verified, "$new" + i));
    assertEquals(1, taken.stream().filter(Boolean::booleanValue).count());
  }
}
