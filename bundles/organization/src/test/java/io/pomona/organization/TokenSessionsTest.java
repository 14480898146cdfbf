package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class TokenSessionsTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakePasswords passwords = new FakePasswords();
  private final SettableClock clock = new SettableClock();
  private final TokenSessions sessions =
      new TokenSessions(
          stores.users(),
          stores.sessions(),
          passwords,
          new FailedLoginActivities(stores.activities(), clock),
          clock);

  @Before
  public void anAdmin() {
    new Accounts(stores.users(), passwords, clock)
        .setUp(
            new Accounts.Draft(
                "Ada", "Ada@Example.com", PASSWORD.revealText(), Roles.everywhere(Role.ADMIN)),
            new OrganizationSettings("Acme", "https://mdm.example.com"));
  }

  @Test
  public void theTokenNamesItsUserUntilItEnds() {
    Session session = sessions.logIn("ADA@example.com ", PASSWORD, HERE);
    assertEquals(Set.of(Role.ADMIN), sessions.resolve(session.token()).orElseThrow().roles());
    clock.advance(TokenSessions.LIFE.plusSeconds(1));
    assertTrue(sessions.resolve(session.token()).isEmpty());
  }

  /** Verified before the password was changed, written after it. */
  @Test
  public void aLoginThatIsOvertakenByANewPasswordIsRefused() {
    SessionStore slow =
        (SessionStore)
            Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                  stores
                      .accounts()
                      .setPassword(
                          stores.users().credentials("ada@example.com").orElseThrow(),
                          passwords.hash(Secret.of("another long one")),
                          clock.instant(),
                          Fixtures.activity("changed_own_password"));
                  return method.invoke(stores.sessions(), arguments);
                });
    TokenSessions overtaken =
        new TokenSessions(
            stores.users(),
            slow,
            passwords,
            new FailedLoginActivities(stores.activities(), clock),
            clock);
    MdmException refused =
        assertThrows(MdmException.class, () -> overtaken.logIn("ada@example.com", PASSWORD, HERE));
    assertEquals("organization.login_failed", refused.code());
  }

  @Test
  public void whatHasExpiredIsRemoved() {
    sessions.logIn("ada@example.com", PASSWORD, HERE);
    clock.advance(TokenSessions.LIFE.plusSeconds(1));
    new EndedSessions(stores.sessions(), stores.sso(), clock).purge();
    assertEquals(0, stores.sessions().purge(clock.instant()));
  }

  @Test
  public void loggingOutEndsTheTokenAtOnce() {
    Session session = sessions.logIn("ada@example.com", PASSWORD, HERE);
    sessions.logOut(session.token());
    assertTrue(sessions.resolve(session.token()).isEmpty());
  }

  @Test
  public void aWrongPasswordAndAnUnknownAddressLookTheSame() {
    MdmException wrong = refused("ada@example.com");
    MdmException unknown = refused("eve@example.com");
    assertEquals(wrong.getMessage(), unknown.getMessage());
    assertEquals(wrong.code(), unknown.code());
    assertEquals("as slow as a comparison", 1, passwords.pretended());
  }

  @Test
  public void tenFailuresLockAnAddressForFiveMinutes() {
    for (int i = 0; i < 10; i++) {
      assertEquals(MdmException.Kind.UNAUTHENTICATED, refused("ada@example.com").kind());
    }
    MdmException locked =
        assertThrows(MdmException.class, () -> sessions.logIn("ada@example.com", PASSWORD, HERE));
    assertEquals(MdmException.Kind.TOO_MANY_REQUESTS, locked.kind());
    assertTrue(locked.retryAfter().isPresent());
    assertFalse(sessions.logIn("ada@example.com", PASSWORD, ELSEWHERE).token().isEmpty());
    clock.advance(Duration.ofMinutes(6));
    assertFalse(sessions.logIn("ada@example.com", PASSWORD, HERE).token().isEmpty());
  }

  @Test
  public void whatIsNoAddressIsNobodyAndNotKept() {
    for (String odd : new String[] {"x".repeat(1 << 20), "a\0b@example.com", "", "a b@c"}) {
      assertEquals("organization.login_failed", refused(odd).code());
    }
    assertEquals("as slow as a comparison", 4, passwords.pretended());
  }

  @Test
  public void aSourceThatGuessesEverywhereIsStoppedAsWell() {
    for (int i = 0; i < 100; i++) {
      assertEquals("organization.login_failed", refused("user" + i + "@example.com").code());
    }
    assertEquals("organization.too_many_failures", refused("eve@example.com").code());
    assertFalse(sessions.logIn("ada@example.com", PASSWORD, ELSEWHERE).token().isEmpty());
  }

  @Test
  public void aLoginIsAnActivityAndTheTokenIsNotInIt() {
    Session session = sessions.logIn("ada@example.com", PASSWORD, HERE);
    String newest = stores.activities().newest(PageRequest.first(1)).toString();
    assertTrue(newest, newest.contains("user_logged_in"));
    assertFalse(newest.contains(session.token().revealText()));
  }

  private MdmException refused(String email) {
    return assertThrows(
        MdmException.class, () -> sessions.logIn(email, Secret.of("wrong horse battery"), HERE));
  }
}
