package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SsoIdentity;
import io.pomona.api.organization.SsoTicket;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code SsoStore} must do. */
public class SsoStoreContract extends StoreContract {
  private static final String STATE = Fixtures.hash("state");
  private static final String COOKIE = Fixtures.hash("cookie");
  private static final SsoIdentity ADA = new SsoIdentity("https://id.example.com", "ada-1");
  private static final SsoIdentity EVE = new SsoIdentity("https://id.example.com", "eve-2");

  private static NewUser person(String name, boolean sso) {
    return new NewUser(name, name + "@example.com", "", Optional.of(Role.OBSERVER), Map.of(), sso);
  }

  private User create(String name, boolean sso) {
    return stores
        .users()
        .create(person(name, sso), T, made -> List.of(Fixtures.activity("created_user")));
  }

  private User sso(User user, boolean enabled) {
    UserChange wanted =
        new UserChange(user.name(), user.email(), user.globalRole(), Map.of(), enabled);
    return stores.accounts().change(user.id(), was -> wanted, T, (before, after) -> List.of());
  }

  private void open(User user, String token) {
    stores.sso().open(user.id(), token, T, T.plus(HOUR), Fixtures.activity("user_logged_in"));
  }

  private SsoTicket save(Optional<UserId> user) {
    SsoTicket ticket = new SsoTicket(STATE, COOKIE, user, "/hosts", "", T.plus(MINUTE));
    stores.sso().save(ticket);
    return ticket;
  }

  @Test
  public void aTicketIsTakenOnceByItsHolder() {
    SsoTicket ticket = save(Optional.empty());
    assertEquals(Optional.empty(), stores.sso().take(STATE, Fixtures.hash("other"), T));
    assertEquals(Optional.empty(), stores.sso().take(Fixtures.hash("other"), COOKIE, T));
    assertEquals(Optional.of(ticket), stores.sso().take(STATE, COOKIE, T));
    assertEquals(Optional.empty(), stores.sso().take(STATE, COOKIE, T));
  }

  @Test
  public void ofFiftyWhoTakeATicketOneGetsIt() throws Exception {
    save(Optional.empty());
    List<Boolean> taken = Race.of(50, i -> () -> stores.sso().take(STATE, COOKIE, T).isPresent());
    assertEquals(1, taken.stream().filter(Boolean::booleanValue).count());
  }

  @Test
  public void ticketsExpireAndGoWithTheirPerson() {
    save(Optional.empty());
    assertEquals(Optional.empty(), stores.sso().take(STATE, COOKIE, T.plus(MINUTE)));
    assertEquals(0, stores.sso().purge(T));
    assertEquals(1, stores.sso().purge(T.plus(MINUTE)));
    User user = create("ada", true);
    SsoTicket ticket = save(Optional.of(user.id()));
    assertEquals(Optional.of(ticket), stores.sso().take(STATE, COOKIE, T));
    save(Optional.of(user.id()));
    stores.users().delete(user.id(), gone -> List.of(Fixtures.activity("deleted_user")));
    assertEquals(Optional.empty(), stores.sso().take(STATE, COOKIE, T));
  }

  @Test
  public void anAccountIsBoundToWhoComesFirst() {
    User ada = create("ada", true);
    stores.sso().bind(ada.id(), ADA, T);
    stores.sso().bind(ada.id(), ADA, T);
    assertFails("organization.sso_other_subject", () -> stores.sso().bind(ada.id(), EVE, T));
    assertFails(
        "organization.sso_other_subject",
        () ->
            stores.sso().bind(ada.id(), new SsoIdentity("https://other.example.com", "ada-1"), T));
    User tom = create("tom", true);
    assertFails("organization.sso_subject_taken", () -> stores.sso().bind(tom.id(), ADA, T));
    assertFails(MdmException.Kind.NOT_FOUND, () -> stores.sso().bind(new UserId(987654), EVE, T));
  }

  @Test
  public void ofFiftyWhoComeFirstOneIsBound() throws Exception {
    User ada = create("ada", true);
    List<Boolean> bound =
        Race.of(
            50,
            i ->
                () -> {
                  try {
                    stores.sso().bind(ada.id(), new SsoIdentity("https://id", "s" + i), T);
                    return true;
                  } catch (MdmException e) {
                    return false;
                  }
                });
    assertEquals(1, bound.stream().filter(Boolean::booleanValue).count());
  }

  @Test
  public void withoutSsoNobodyIsBoundAndWhoWasIsForgotten() {
    User ada = create("ada", false);
    assertFalse(ada.ssoEnabled());
    assertFails("organization.sso_not_enabled", () -> stores.sso().bind(ada.id(), ADA, T));
    assertTrue(sso(ada, true).ssoEnabled());
    stores.sso().bind(ada.id(), ADA, T);
    String token = Fixtures.hash("token");
    open(ada, token);
    assertContains(activities(), "user_logged_in");
    assertTrue(stores.sessions().find(token, T).isPresent());
    sso(ada, false);
    assertEquals(Optional.empty(), stores.sessions().find(token, T));
    assertFails("organization.sso_not_enabled", () -> open(ada, Fixtures.hash("second")));
    sso(ada, true);
    stores.sso().bind(ada.id(), EVE, T);
  }

  private User admit(String name, SsoIdentity identity) {
    return stores
        .sso()
        .create(
            person(name, true),
            identity,
            T,
            made -> List.of(Fixtures.activity("created_user").with("user_id", made.id().value())));
  }

  @Test
  public void aNewAccountIsBoundFromTheBeginning() {
    User ada = admit("ada", ADA);
    assertTrue(ada.ssoEnabled());
    assertEquals(Optional.of(ada), stores.users().find(ada.id()));
    Activity told = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("created_user", told.type());
    assertEquals(ada.id().value(), told.details().get("user_id"));
    stores.sso().bind(ada.id(), ADA, T);
    assertFails("organization.sso_other_subject", () -> stores.sso().bind(ada.id(), EVE, T));
    assertFails("organization.email_taken", () -> admit("ada", EVE));
    assertFails("organization.sso_subject_taken", () -> admit("tom", ADA));
    assertEquals(1, stores.users().list().size());
    assertEquals(1, activities().size());
    stores.users().delete(ada.id(), gone -> List.of(Fixtures.activity("deleted_user")));
    assertEquals(ada.email(), admit("ada", ADA).email());
  }
}
