package io.pomona.organization.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.RoleAccess;
import io.pomona.organization.Teams;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;

public class UserCommandsTest {
  private static final String TOM = "tom@example.com";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final RoleAccess access = new RoleAccess();
  private final AccountChanges changes =
      new AccountChanges(stores.users(), stores.accounts(), new FakePasswords());
  private Actor actor = Fixtures.ADMIN;

  @Before
  public void tom() {
    stores
        .users()
        .create(
            new NewUser("Tom", TOM, "$h", Role.OBSERVER),
            SettableClock.START,
            Fixtures.activity("created_user"));
  }

  private User found() {
    return changes.find(TOM);
  }

  private void change(Consumer<UserChangeCommand> options) {
    UserChangeCommand command = new UserChangeCommand();
    command.email = TOM;
    command.accounts = changes;
    command.teams = new Teams(stores.teams(), access);
    command.actors = () -> actor;
    command.access = access;
    options.accept(command);
    command.execute();
  }

  private String refused(Consumer<UserChangeCommand> options) {
    return assertThrows(MdmException.class, () -> change(options)).code();
  }

  private void delete(String email) {
    UserDeleteCommand command = new UserDeleteCommand();
    command.email = email;
    command.changes = changes;
    command.accounts = new Accounts(stores.users(), new FakePasswords());
    command.actors = () -> actor;
    command.access = access;
    command.execute();
  }

  @Test
  public void whatIsNotSaidStays() {
    change(command -> command.name = "Tim");
    change(command -> command.sso = true);
    assertEquals("Tim", found().name());
    assertEquals(Optional.of(Role.OBSERVER), found().globalRole());
    assertTrue(found().ssoEnabled());
    change(command -> command.noSso = true);
    assertFalse(found().ssoEnabled());
  }

  @Test
  public void theRolesThatAreSaidAreAllThatThereAre() {
    TeamId desks =
        stores
            .teams()
            .create(
                new NewTeam("Desks", ""),
                SettableClock.START,
                team -> Fixtures.activity("created_team"))
            .id();
    change(command -> command.teamRoles = List.of("desks=maintainer"));
    assertEquals(Map.of(desks, Role.MAINTAINER), found().teamRoles());
    assertEquals(Optional.empty(), found().globalRole());
    change(command -> command.role = "gitops");
    assertEquals(Map.of(), found().teamRoles());
    assertEquals(Optional.of(Role.GITOPS), found().globalRole());
  }

  @Test
  public void whatMakesNoSenseIsRefused() {
    assertEquals("organization.missing", refused(command -> {}));
    assertEquals(
        "organization.two_ways",
        refused(
            command -> {
              command.sso = true;
              command.noSso = true;
            }));
    assertEquals("organization.bad_role", refused(command -> command.role = "king"));
    assertEquals(
        "organization.no_such_user",
        refused(
            command -> {
              command.email = "eve@example.com";
              command.name = "Eve";
            }));
  }

  @Test
  public void whoIsDeletedIsGone() {
    delete("TOM@example.com");
    assertEquals(List.of(), stores.users().list());
    assertEquals(
        "organization.no_such_user", assertThrows(MdmException.class, () -> delete(TOM)).code());
  }

  /** Whether there is such an account is not said either. */
  @Test
  public void onlyAnAdminMay() {
    actor = new Actor(Optional.empty(), "Max", "", Set.of(Role.MAINTAINER));
    for (String email : List.of(TOM, "eve@example.com")) {
      assertEquals(
          MdmException.Kind.FORBIDDEN,
          assertThrows(MdmException.class, () -> delete(email)).kind());
    }
    assertThrows(MdmException.class, () -> change(command -> command.name = "Tim"));
    assertEquals("Tom", found().name());
  }
}
