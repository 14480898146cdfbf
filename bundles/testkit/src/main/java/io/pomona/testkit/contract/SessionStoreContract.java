package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code SessionStore} must do. */
public class SessionStoreContract extends StoreContract {
  private static final String TOKEN = Fixtures.hash("token");

  private User user;

  @Before
  public final void aPerson() {
    user =
        stores
            .users()
            .create(
                new NewUser("Ada", "ada@example.com", "$h", Role.ADMIN),
                T,
                Fixtures.activity("created_user"));
  }

  private void create(String token, Instant expires) {
    assertTrue(create(stores.users().credentials(user.email()).orElseThrow(), token, expires));
  }

  private boolean create(Credentials verified, String token, Instant expires) {
    return stores
        .sessions()
        .create(verified, token, T, expires, Fixtures.activity("user_logged_in"));
  }

  @Test
  public void aTokenFindsItsUserUntilItExpires() {
    create(TOKEN, T.plus(HOUR));
    assertEquals(Optional.of(user), stores.sessions().find(TOKEN, T.plus(MINUTE)));
    assertEquals(Optional.empty(), stores.sessions().find(TOKEN, T.plus(HOUR).plusSeconds(1)));
    assertEquals(Optional.empty(), stores.sessions().find(Fixtures.hash("other"), T));
    assertContains(activities(), "user_logged_in");
  }

  /** Who has guessed it, or was seen typing it, must not come in by being slow. */
  @Test
  public void thePasswordIsTheOneThatWasVerified() {
    Credentials verified = stores.users().credentials(user.email()).orElseThrow();
    setPassword("$new");
    assertFalse(create(verified, TOKEN, T.plus(HOUR)));
    assertEquals(Optional.empty(), stores.sessions().find(TOKEN, T));
    assertFalse(activities().contains("user_logged_in"));
    assertFalse(
        create(
            new Credentials(new User(new UserId(987654), "Eve", "", Optional.empty(), T), "$h"),
            TOKEN,
            T.plus(HOUR)));
  }

  private void setPassword(String hash) {
    stores
        .accounts()
        .setPassword(
            stores.users().credentials(user.email()).orElseThrow(),
            hash,
            T,
            Fixtures.activity("changed_own_password"));
  }

  @Test
  public void noLoginOutlivesThePasswordThatItWasVerifiedWith() throws Exception {
    Credentials verified = stores.users().credentials(user.email()).orElseThrow();
    Race.of(
        8,
        i ->
            () -> {
              if (i == 4) {
                setPassword("$new");
                return true;
              }
              return create(verified, Fixtures.hash("token " + i), T.plus(HOUR));
            });
    for (int i = 0; i < 8; i++) {
      assertEquals(Optional.empty(), stores.sessions().find(Fixtures.hash("token " + i), T));
    }
  }

  @Test
  public void sessionsEndOneByOne() {
    String second = Fixtures.hash("second");
    create(TOKEN, T.plus(HOUR));
    create(second, T.plus(HOUR));
    stores.sessions().delete(TOKEN);
    stores.sessions().delete(TOKEN);
    assertEquals(Optional.empty(), stores.sessions().find(TOKEN, T));
    assertEquals(Optional.of(user), stores.sessions().find(second, T));
  }

  @Test
  public void purgingTakesWhatHasExpired() {
    create(TOKEN, T.plus(MINUTE));
    create(Fixtures.hash("second"), T.plus(HOUR));
    assertEquals(1, stores.sessions().purge(T.plus(MINUTE.multipliedBy(2))));
    assertEquals(0, stores.sessions().purge(T.plus(MINUTE.multipliedBy(2))));
  }
}
