package io.pomona.organization.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.RoleAccess;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.settings.Settings;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** {@code kind: user_roles}. */
public class UserRolesTest {
  private static final Mode NOW = new Mode(false, false);
  private static final Actor GITOPS = new Actor(Optional.empty(), "Tom", "", Set.of(Role.GITOPS));

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final RoleAccess access = new RoleAccess();
  private final SpecApplication application =
      new SpecApplication(
          new FakeUnitOfWork(),
          new Settings(access),
          access,
          stores.teams(),
          new Accounts(stores.users(), new FakePasswords()),
          new AccountChanges(stores.users(), stores.accounts(), new FakePasswords()));
  private final Team desks =
      stores
          .teams()
          .create(
              new NewTeam("Desks", ""),
              SettableClock.START,
              made -> Fixtures.activity("created_team"));

  private List<AppliedChange> apply(Actor actor, String... lines) {
    SpecFile file = new SpecFile("a.yml", String.join("\n", lines), Map.of());
    return application.files(actor, List.of(file), NOW);
  }

  /** Each with what is done and its words. */
  private List<String> applied(String... lines) {
    return apply(Fixtures.ADMIN, lines).stream()
        .map(change -> change.change().action().label() + " | " + change.change().text())
        .toList();
  }

  private MdmException refused(Actor actor, String... lines) {
    return assertThrows(MdmException.class, () -> apply(actor, lines));
  }

  private MdmException refused(String... lines) {
    return refused(Fixtures.ADMIN, lines);
  }

  private void person(String email, Role role) {
    stores
        .users()
        .create(
            new NewUser(
                email,
                email,
                new FakePasswords().hash(Secret.of("secret")),
                Optional.of(role),
                Map.of()),
            SettableClock.START,
            Fixtures.activity("created_user"));
  }

  @Test
  public void peopleGetTheirRoles() {
    person("ann@example.com", Role.ADMIN);
    person("tom@example.com", Role.OBSERVER);
    String[] roles = {
      "kind: user_roles",
      "spec:",
      "  roles:",
      "    ann@example.com: {global_role: admin, teams: null}",
      "    tom@example.com:",
      "      global_role: null",
      "      teams: [{team: Desks, role: maintainer}]"
    };
    assertEquals(List.of("changed | tom@example.com, now maintainer in Desks"), applied(roles));
    assertEquals(List.of(), applied(roles));
    assertEquals(Kind.FORBIDDEN, refused(GITOPS, roles).kind());
  }

  @Test
  public void peopleWhoAreNotThereHaveALine() {
    assertEquals(
        "a.yml, line 4: roles.eve@example.com: there is no account eve@example.com;"
            + " write name and sso_enabled: true to make it, or make it first",
        refused(
                "kind: user_roles",
                "spec:",
                "  roles:",
                "    eve@example.com: {global_role: admin}")
            .getMessage());
    person("tom@example.com", Role.OBSERVER);
    assertEquals(
        "a.yml, line 2: roles.tom@example.com: there is no team of the name Labs",
        refused(
                "kind: user_roles",
                "spec: {roles: {tom@example.com: {teams: [{team: Labs, role: observer}]}}}")
            .getMessage());
  }

  private static final String[] TOM = {
    "kind: user_roles",
    "spec:",
    "  roles:",
    "    Tom@example.com:",
    "      name: Tom",
    "      sso_enabled: true",
    "      teams: [{team: Desks, role: maintainer}]"
  };

  @Test
  public void whoIsNotThereIsMadeWithoutAPassword() {
    assertEquals(
        List.of("added | account tom@example.com is made, maintainer in Desks"), applied(TOM));
    Credentials tom = stores.users().credentials("tom@example.com").orElseThrow();
    assertEquals("", tom.passwordHash());
    assertTrue(tom.user().ssoEnabled());
    assertEquals("Tom", tom.user().name());
    assertEquals(Map.of(desks.id(), Role.MAINTAINER), tom.user().teamRoles());
    assertEquals(
        List.of("changed_user_team_role", "created_user"),
        stores.activities().newest(PageRequest.first(2)).stream().map(Activity::type).toList());
    assertEquals(List.of(), applied(TOM));
  }

  @Test
  public void nobodyIsMadeUnlessAllIsSaid() {
    for (String said : List.of("name: Tom", "sso_enabled: true", "name: Tom, sso_enabled: false")) {
      assertEquals(
          "a.yml, line 2: roles.tom@example.com: there is no account tom@example.com;"
              + " write name and sso_enabled: true to make it, or make it first",
          refused(tom(said + ", global_role: observer")).getMessage());
    }
    assertEquals(
        "a.yml, line 2: roles.tom@example.com: Give global_role, or roles in teams.",
        refused(tom("name: Tom, sso_enabled: true")).getMessage());
    assertEquals(Kind.FORBIDDEN, refused(GITOPS, TOM).kind());
    assertEquals(List.of(), stores.users().list());
  }

  private static String[] tom(String said) {
    return new String[] {"kind: user_roles", "spec: {roles: {tom@example.com: {" + said + "}}}"};
  }

  @Test
  public void whatIsWrongWithAPersonHasALine() {
    MdmException password =
        refused(
            "kind: user_roles",
            "spec:",
            "  roles:",
            "    tom@example.com:",
            "      name: Tom",
            "      password: s3cret-s3cret",
            "      global_role: observer");
    assertEquals(
        "a.yml, line 6: roles.tom@example.com.password: unknown key;"
            + " valid here are global_role, name, sso_enabled, teams",
        password.getMessage());
    assertEquals(
        "a.yml, line 2: roles.tom@example.com: sso_enabled must be true or false",
        refused(tom("sso_enabled: maybe, global_role: observer")).getMessage());
    assertEquals(
        "a.yml, line 2: roles.tom@example.com: name must be a text",
        refused(tom("name: 7, global_role: observer")).getMessage());
    assertEquals(
        "a.yml, line 2: roles.tom@example.com: Give a name.",
        refused(tom("name: ' ', global_role: observer")).getMessage());
  }

  @Test
  public void whoIsThereCanBeCalledOtherwiseAndLogInOtherwise() {
    person("tom@example.com", Role.OBSERVER);
    String[] tim = tom("name: Tim, sso_enabled: true, global_role: observer");
    assertEquals(
        List.of("changed | tom@example.com, called Tim, with single sign-on"), applied(tim));
    assertEquals(List.of(), applied(tim));
    assertEquals(List.of(), applied(tom("global_role: observer")));
    assertEquals(
        List.of("changed | tom@example.com, now gitops, without single sign-on"),
        applied(tom("sso_enabled: false, global_role: gitops")));
  }

  @Test
  public void aPersonIsSaidOnce() {
    assertEquals(
        "a.yml, line 2: roles.TOM@example.com: this person is here twice",
        refused(
                "kind: user_roles",
                "spec: {roles: {tom@example.com: {name: T, sso_enabled: true, global_role: admin},"
                    + " TOM@example.com: {name: T, sso_enabled: true, global_role: admin}}}")
            .getMessage());
    String[] twice =
        Stream.concat(
                Arrays.stream(tom("name: T, sso_enabled: true, global_role: admin")),
                Stream.concat(Stream.of("---"), Arrays.stream(TOM)))
            .toArray(String[]::new);
    assertEquals(
        "a.yml, line 7: user_roles: tom@example.com is said here and before, in a.yml, line 2",
        refused(twice).getMessage());
  }
}
