package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code SessionStore} must do. */
public abstract class SessionStoreContract extends StoreContract {
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
    stores.sessions().create(user.id(), token, T, expires, Fixtures.activity("user_logged_in"));
  }

  @Test
  public void aTokenFindsItsUserUntilItExpires() {
    create(TOKEN, T.plus(HOUR));
    assertEquals(Optional.of(user), stores.sessions().find(TOKEN, T.plus(MINUTE)));
    assertEquals(Optional.empty(), stores.sessions().find(TOKEN, T.plus(HOUR).plusSeconds(1)));
    assertEquals(Optional.empty(), stores.sessions().find(Fixtures.hash("other"), T));
    assertContains(activities(), "user_logged_in");
  }

  @Test
  public void sessionsEndOneByOneOrAllAtOnce() {
    String second = Fixtures.hash("second");
    String third = Fixtures.hash("third");
    create(TOKEN, T.plus(HOUR));
    create(second, T.plus(HOUR));
    create(third, T.plus(HOUR));
    stores.sessions().delete(TOKEN);
    stores.sessions().delete(TOKEN);
    assertEquals(Optional.empty(), stores.sessions().find(TOKEN, T));
    assertEquals(Optional.of(user), stores.sessions().find(second, T));
    stores.sessions().deleteAll(user.id());
    assertEquals(Optional.empty(), stores.sessions().find(second, T));
    assertEquals(Optional.empty(), stores.sessions().find(third, T));
  }

  @Test
  public void purgingTakesWhatHasExpired() {
    create(TOKEN, T.plus(MINUTE));
    create(Fixtures.hash("second"), T.plus(HOUR));
    assertEquals(1, stores.sessions().purge(T.plus(MINUTE.multipliedBy(2))));
    assertEquals(0, stores.sessions().purge(T.plus(MINUTE.multipliedBy(2))));
  }
}
