package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.organization.Tokens;
import io.pomona.organization.oidc.SsoScene.Trip;
import io.pomona.simulator.oidc.VirtualPerson;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class SsoTest {
  private static final SsoTarget HOSTS = SsoTarget.page("/hosts");
  private static final VirtualPerson EVE = new VirtualPerson("eve-2", "ada@example.com", "Eve");

  @Rule public final SsoScene scene = new SsoScene();

  private void assertRefused(String code, ThrowingRunnable login) {
    assertEquals(code, assertThrows(MdmException.class, login).code());
  }

  private Optional<User> holder(Session session) {
    return scene.stores.sessions().find(Tokens.sha256(session.token()), scene.clock.instant());
  }

  private List<Activity> activities() {
    return scene.stores.activities().newest(PageRequest.first(10));
  }

  @Test
  public void whoHasAnAccountLogsInAndGetsWhereTheyWanted() {
    User ada = scene.account("ada@example.com", Role.MAINTAINER, true);
    Sso.Finished finished = scene.logIn();
    assertEquals(URI.create("https://mdm.example.com/hosts?page=2"), finished.location());
    assertEquals(Optional.of(ada), holder(finished.session().orElseThrow()));
    Activity told = activities().get(0);
    assertEquals("user_logged_in", told.type());
    assertEquals("sso", told.details().get("method"));
    assertEquals(SsoScene.HERE, told.details().get("public_ip"));
    assertEquals(Optional.of("Acme ID"), scene.sso.name());
  }

  @Test
  public void aLoginIsFinishedOnceByTheBrowserThatBeganIt() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    Trip mine = scene.trip(HOSTS);
    Trip other = scene.trip(HOSTS);
    assertRefused(
        "organization.sso_expired",
        () -> scene.sso.finish(mine.answer(), other.cookie(), SsoScene.HERE));
    assertRefused(
        "organization.sso_expired",
        () -> scene.sso.finish(mine.answer(), Secret.of(""), SsoScene.HERE));
    assertTrue(scene.finish(mine).session().isPresent());
    assertRefused("organization.sso_expired", () -> scene.finish(mine));
    scene.clock.advance(Sso.PATIENCE.plusSeconds(1));
    assertRefused("organization.sso_expired", () -> scene.finish(other));
  }

  @Test
  public void aCodeOfAnotherLoginIsOfNoUse() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    Trip stolen = scene.trip(HOSTS);
    Trip own = scene.trip(HOSTS);
    Answer injected =
        new Answer(own.answer().state(), stolen.answer().code(), own.answer().issuer());
    assertRefused(
        "organization.sso_denied", () -> scene.sso.finish(injected, own.cookie(), SsoScene.HERE));
  }

  @Test
  public void whatAnotherProviderSendsIsNotTaken() {
    for (String issuer : List.of("https://evil.example.com", "")) {
      Trip trip = scene.trip(HOSTS);
      Answer mixed = new Answer(trip.answer().state(), trip.answer().code(), issuer);
      assertRefused(
          "organization.sso_expired", () -> scene.sso.finish(mixed, trip.cookie(), SsoScene.HERE));
    }
  }

  @Test
  public void aBlankOrMadeUpCodeIsRefused() {
    for (String code : List.of(" ", "made up", "\u0000", "a".repeat(5000))) {
      Trip trip = scene.trip(HOSTS);
      Answer odd = new Answer(trip.answer().state(), code, trip.answer().issuer());
      assertRefused(
          "organization.sso_denied", () -> scene.sso.finish(odd, trip.cookie(), SsoScene.HERE));
    }
  }

  @Test
  public void whoSaysNoIsNotLoggedIn() {
    scene.provider.nobodyAgrees();
    assertRefused("organization.sso_denied", scene::logIn);
  }

  @Test
  public void withoutAnAccountNobodyComesIn() {
    assertRefused("organization.sso_no_account", scene::logIn);
    assertEquals("user_failed_login", activities().get(0).type());
    assertEquals("ada@example.com", activities().get(0).details().get("email"));
    assertEquals(1, scene.stores.users().list().size());
  }

  @Test
  public void anAccountWithoutSsoIsNotTakenOver() {
    User admin = scene.account("ada@example.com", Role.ADMIN, false);
    assertRefused("organization.sso_not_enabled", scene::logIn);
    assertFalse(scene.stores.users().find(admin.id()).orElseThrow().ssoEnabled());
    scene.configured.with("oidc.jit.role", "observer");
    scene.reconfigure();
    assertRefused("organization.sso_not_enabled", scene::logIn);
  }

  @Test
  public void anotherPersonWithTheSameAddressIsRefused() {
    scene.account("ada@example.com", Role.MAINTAINER, true);
    scene.logIn();
    scene.provider.arrives(EVE);
    assertRefused("organization.sso_other_subject", scene::logIn);
    scene.provider.arrives(SsoScene.ADA);
    assertTrue(scene.logIn().session().isPresent());
  }

  @Test
  public void aFirstLoginMakesAnAccountWhereThatIsConfigured() {
    scene.configured.with("oidc.jit.role", "observer");
    scene.reconfigure();
    User made = holder(scene.logIn().session().orElseThrow()).orElseThrow();
    assertEquals("ada@example.com", made.email());
    assertEquals("Ada L.", made.name());
    assertEquals(Optional.of(Role.OBSERVER), made.globalRole());
    assertTrue(made.ssoEnabled());
    assertEquals("", scene.stores.users().credentials(made.email()).orElseThrow().passwordHash());
    Activity told = activities().get(1);
    assertEquals("created_user", told.type());
    assertEquals(true, told.details().get("jit"));
    assertEquals(true, told.details().get("sso_enabled"));
    assertEquals(made.id().value(), told.details().get("user_id"));
    scene.logIn();
    assertEquals(2, scene.stores.users().list().size());
    scene.provider.arrives(new VirtualPerson("ada-1", "ada.l@example.com", "Ada"));
    assertRefused("organization.sso_subject_taken", scene::logIn);
  }

  @Test
  public void theRoleOfAFirstLoginCanBeInTeams() {
    Team desks =
        scene
            .stores
            .teams()
            .create(
                new NewTeam("Desks", ""),
                scene.clock.instant(),
                made -> io.pomona.testkit.Fixtures.activity("created_team"));
    scene.configured.with("oidc.jit.role", "observer_plus").lists("oidc.jit.teams", "desks");
    scene.reconfigure();
    User made = holder(scene.logIn().session().orElseThrow()).orElseThrow();
    assertEquals(Map.of(desks.id(), Role.OBSERVER_PLUS), made.teamRoles());
    Activity told = activities().get(1);
    assertEquals("changed_user_team_role", told.type());
    assertEquals("observer_plus", told.details().get("role"));
    assertEquals(Set.of(desks.id()), told.teams());
    assertEquals("created_user", activities().get(2).type());
    scene.configured.lists("oidc.jit.teams", "desks, labs");
    scene.reconfigure();
    scene.provider.arrives(new VirtualPerson("tom-3", "tom@example.com", ""));
    assertRefused("organization.sso_no_team", scene::logIn);
  }

  @Test
  public void onlyTheDomainsThatAreLetIn() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    scene.configured.lists("oidc.email.domains", "other.example.com, Example.org");
    scene.reconfigure();
    assertRefused("organization.sso_domain", scene::logIn);
    scene.configured.lists("oidc.email.domains", "other.example.com", "Example.COM");
    scene.reconfigure();
    assertTrue(scene.logIn().session().isPresent());
  }

  @Test
  public void endingSsoEndsWhatIsUnderWay() {
    User ada = scene.account("ada@example.com", Role.OBSERVER, true);
    Trip underWay = scene.trip(HOSTS);
    Session session = scene.logIn().session().orElseThrow();
    UserChange without = new UserChange(ada.name(), ada.email(), ada.globalRole(), Map.of(), false);
    scene
        .stores
        .accounts()
        .change(ada.id(), was -> without, scene.clock.instant(), (before, after) -> List.of());
    assertEquals(Optional.empty(), holder(session));
    assertRefused("organization.sso_not_enabled", () -> scene.finish(underWay));
  }

  @Test
  public void aKeyThatTheProviderHasRolledIsFetched() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    scene.logIn();
    scene.logIn();
    assertEquals(1, scene.provider.requests().stream().filter("/keys"::equals).count());
    scene.provider.rollKey();
    assertTrue(scene.logIn().session().isPresent());
    assertEquals(2, scene.provider.requests().stream().filter("/keys"::equals).count());
  }

  @Test
  public void aHundredUnfinishedLoginsAreEnoughOfOneAddress() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    scene.logIn();
    for (int i = 0; i < 100; i++) {
      scene.sso.begin(HOSTS, SsoScene.HERE);
    }
    MdmException refused =
        assertThrows(MdmException.class, () -> scene.sso.begin(HOSTS, SsoScene.HERE));
    assertEquals(MdmException.Kind.TOO_MANY_REQUESTS, refused.kind());
    scene.sso.begin(HOSTS, "192.0.2.8");
  }

  @Test
  public void offUntilConfigured() {
    scene.configured.with("oidc.issuer", "");
    scene.reconfigure();
    assertEquals(Optional.empty(), scene.sso.name());
    assertRefused("organization.sso_off", () -> scene.sso.begin(HOSTS, SsoScene.HERE));
  }
}
