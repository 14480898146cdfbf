package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupTicket;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code SetupTicketStore} must do. */
public class SetupTicketStoreContract extends StoreContract {
  private static final String TICKET = Fixtures.hash("ticket");
  private static final String STATE = Fixtures.hash("state");
  private static final Instant END = T.plus(HOUR);
  private static final EndUser JANE = new EndUser("Jane Doe", "jane", "jane@example.com", T);

  private final SetupTicket begun =
      SetupTicket.begun(TICKET, Fixtures.serial(1), Fixtures.udid(1), true, END);

  @Before
  public void aMacHasCome() {
    stores.setupTickets().save(begun, T);
    stores
        .setupTickets()
        .save(
            SetupTicket.begun(
                Fixtures.hash("other"), Fixtures.serial(2), Fixtures.udid(2), false, END),
            T);
  }

  private SetupTicket found() {
    return stores.setupTickets().find(TICKET, T).orElseThrow();
  }

  @Test
  public void eachStepIsKept() {
    assertEquals(begun, found());
    stores.setupTickets().agree(TICKET, T);
    assertTrue(found().agreed());
    stores.setupTickets().begin(TICKET, STATE, T);
    assertEquals(Optional.of(STATE), found().stateSha256());
    stores.setupTickets().loggedIn(TICKET, JANE, T);
    assertEquals(Optional.of(JANE), found().user());
    SetupTicket other = stores.setupTickets().find(Fixtures.hash("other"), T).orElseThrow();
    assertFalse(other.agreed() || other.user().isPresent() || other.stateSha256().isPresent());
  }

  @Test
  public void aLoginEndsOnceAndOnlyTheLast() {
    assertFalse(stores.setupTickets().endLogin(TICKET, STATE, T));
    stores.setupTickets().begin(TICKET, Fixtures.hash("before"), T);
    stores.setupTickets().begin(TICKET, STATE, T);
    assertFalse(stores.setupTickets().endLogin(TICKET, Fixtures.hash("before"), T));
    assertTrue(stores.setupTickets().endLogin(TICKET, STATE, T));
    assertFalse(stores.setupTickets().endLogin(TICKET, STATE, T));
  }

  @Test
  public void theProfileIsHandedOutOnceAndNothingHappensAfterwards() {
    assertTrue(stores.setupTickets().finish(TICKET, T));
    assertFalse(stores.setupTickets().finish(TICKET, T));
    stores.setupTickets().agree(TICKET, T);
    stores.setupTickets().begin(TICKET, STATE, T);
    stores.setupTickets().loggedIn(TICKET, JANE, T);
    assertTrue(found().done());
    assertFalse(found().agreed() || found().stateSha256().isPresent());
    assertEquals(Optional.empty(), found().user());
  }

  @Test
  public void aTicketExpires() {
    assertEquals(Optional.empty(), stores.setupTickets().find(TICKET, END));
    assertFalse(stores.setupTickets().finish(TICKET, END));
    stores.setupTickets().agree(TICKET, END);
    assertFalse(found().agreed());
    stores.setupTickets().save(SetupTicket.begun(STATE, "C02", "U", false, END.plus(HOUR)), END);
    assertEquals(
        "what has expired is forgotten", Optional.empty(), stores.setupTickets().find(TICKET, T));
  }
}
