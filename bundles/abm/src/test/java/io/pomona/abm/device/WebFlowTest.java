package io.pomona.abm.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.admission.Arrival;
import io.pomona.abm.admission.Door;
import io.pomona.abm.admission.EndUserRule;
import io.pomona.abm.admission.Handout;
import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.testkit.Fixtures;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class WebFlowTest {
  private static final URI PROVIDER = URI.create("https://id.example.com/authorize");
  private static final byte[] TERMS = {'%', 'P', 'D', 'F'};

  private final Door door = new Door();
  private Optional<String> provider = Optional.of("Acme ID");
  private final EndUserLogins logins = new FakeLogins();
  private final EndUserRule people = door.people(logins);
  private final WebFlow flow =
      new WebFlow(
          door.arrivals,
          people,
          door.handout(),
          door.stores.setupTickets(),
          door.stores.agreements(),
          logins,
          door.stores.endUsers(),
          serial -> Optional.ofNullable(door.assigned.get(serial)),
          door.stores.organization(),
          door.clock);
  private HostId host;

  /** A provider at which everybody is Jane, whose state is what she was told. */
  private final class FakeLogins implements EndUserLogins {
    private int begun;

    @Override
    public Optional<String> name() {
      return provider;
    }

    @Override
    public Begun begin(Secret browser, URI callback) {
      begun++;
      return new Begun(PROVIDER, TicketCookie.sha256(state()));
    }

    private Secret state() {
      return Secret.of("state " + begun);
    }

    @Override
    public PersonAtProvider finish(Answer answer, Secret browser, URI callback) {
      assertEquals(URI.create("https://mdm.example.com/mdm/apple/enroll/web/callback"), callback);
      if (answer.code().isEmpty()) {
        throw MdmException.forbidden("organization.sso_denied", "The provider said no.");
      }
      return new PersonAtProvider("jane.doe@example.com", "Jane Doe");
    }
  }

  @Before
  public void aMac() {
    host = door.known(1);
    door.known(2);
  }

  private Secret begin(int number) {
    return flow.begin(door.arrivals.receive(Door.info(number)));
  }

  private void terms() {
    door.stores
        .agreements()
        .add(
            new Agreement("eula.pdf", TERMS, "t", door.clock.instant()),
            List.of(Fixtures.activity("added_eula")));
  }

  private void login() {
    door.stores.setupSettings().put(Optional.empty(), new SetupSettings(true, false), List.of());
  }

  private static EndUserLogins.Answer answer(int begun, String code) {
    return new EndUserLogins.Answer(Secret.of("state " + begun), code, "");
  }

  private static void assertRefused(String code, Runnable step) {
    assertEquals(code, assertThrows(MdmException.class, step::run).code());
  }

  private byte[] finish(Secret ticket) {
    return flow.finish(((NextStep.Done) flow.next(ticket)).ticket());
  }

  @Test
  public void withoutAnythingToAskTheProfileComesAtOnceAndOnce() {
    Secret ticket = begin(1);
    SetupTicket before = ((NextStep.Done) flow.next(ticket)).ticket();
    String expected = "profile of " + Fixtures.serial(1) + " " + Fixtures.udid(1);
    assertArrayEquals(expected.getBytes(), flow.finish(before));
    assertEquals(
        Optional.of(door.clock.instant()), door.stores.arrivals().lastRequest(Fixtures.serial(1)));
    assertRefused("abm.ticket_used", () -> flow.next(ticket));
    assertRefused("abm.no_ticket", () -> flow.finish(before));
  }

  @Test
  public void termsAndLoginComeBeforeIt() {
    terms();
    login();
    Secret ticket = begin(1);
    assertEquals(new NextStep.Agree("Acme"), flow.next(ticket));
    assertArrayEquals(TERMS, flow.agreement(ticket));
    assertEquals("not before the terms", flow.here(), flow.logIn(ticket));
    flow.agree(ticket);
    assertEquals(new NextStep.LogIn("Acme", "Acme ID"), flow.next(ticket));
    assertEquals(PROVIDER, flow.logIn(ticket));
    flow.loggedIn(ticket, answer(1, "code"));
    finish(ticket);
    EndUser user = door.stores.endUsers().find(host).orElseThrow();
    assertEquals("Jane Doe", user.fullName());
    assertEquals("jane.doe", user.userName());
    assertEquals("jane.doe@example.com", user.email());
  }

  @Test
  public void anotherMacsViewGetsNowhere() {
    login();
    Secret mine = begin(1);
    Secret other = begin(2);
    flow.logIn(mine);
    assertRefused("abm.login_over", () -> flow.loggedIn(other, answer(1, "code")));
    flow.loggedIn(mine, answer(1, "code"));
    assertRefused("abm.login_over", () -> flow.loggedIn(mine, answer(1, "code")));
    assertTrue(flow.next(other) instanceof NextStep.LogIn);
    assertRefused("abm.no_ticket", () -> flow.next(Secret.of("")));
    assertRefused("abm.no_ticket", () -> flow.next(Secret.of("made up")));
    assertRefused("abm.no_ticket", () -> flow.agreement(Secret.of("made up")));
  }

  @Test
  public void goingBackAndTryingAgainIsPossible() {
    login();
    Secret ticket = begin(1);
    flow.logIn(ticket);
    assertRefused("organization.sso_denied", () -> flow.loggedIn(ticket, answer(1, "")));
    flow.logIn(ticket);
    flow.logIn(ticket);
    assertRefused("abm.login_over", () -> flow.loggedIn(ticket, answer(2, "code")));
    flow.loggedIn(ticket, answer(3, "code"));
    assertEquals("already", flow.here(), flow.logIn(ticket));
    finish(ticket);
  }

  @Test
  public void aTicketExpires() {
    Secret ticket = begin(1);
    door.clock.advance(WebFlow.PATIENCE);
    assertRefused("abm.no_ticket", () -> flow.next(ticket));
  }

  @Test
  public void aMacThatIsTakenAwayMeanwhileStaysOut() {
    Secret ticket = begin(1);
    SetupTicket open = ((NextStep.Done) flow.next(ticket)).ticket();
    door.assigned.remove(Fixtures.serial(1));
    assertRefused("abm.not_admitted", () -> flow.finish(open));
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(1), 24);
    finish(begin(1));
    Secret again = begin(1);
    door.stores.arrivals().useAdmission(Fixtures.serial(1));
    assertRefused("abm.not_admitted", () -> finish(again));
    assertRefused("abm.not_admitted", () -> begin(1));
  }

  @Test
  public void whatGoesWrongOnTheWayToTheProfileSpendsNothing() {
    door.assigned.remove(Fixtures.serial(1));
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(1), 24);
    Secret ticket = begin(1);
    door.noProfile = Optional.of(MdmException.forbidden("enrollment.mdm_off", "Off."));
    assertRefused("enrollment.mdm_off", () -> finish(ticket));
    door.noProfile = Optional.empty();
    finish(ticket);
    finish(begin(1));
  }

  @Test
  public void aLoginWithoutAProviderIsSaidToBothSides() {
    login();
    provider = Optional.empty();
    assertRefused("abm.no_login", () -> flow.next(begin(1)));
    assertEquals(Level.WARNING, people.check().get(0).level());
    provider = Optional.of("Acme ID");
    assertEquals(List.of(), people.check());
  }

  @Test
  public void theWayWithoutAPageIsNoneAroundTheLogin() {
    people.requireNone(door.arrivals.receive(Door.info(1)));
    login();
    assertRefused(
        "abm.not_admitted", () -> people.requireNone(door.arrivals.receive(Door.info(1))));
    assertEquals(1, door.told("host_enrollment_rejected").size());
  }

  @Test
  public void theWayWithoutAPageIsNoneAroundTheTerms() {
    terms();
    Arrival arrival = door.arrivals.receive(Door.info(1));
    assertRefused("abm.not_admitted", () -> people.requireNone(arrival));
    String told = door.told("host_enrollment_rejected").get(0).details().toString();
    assertTrue(told, told.contains("agree"));
    door.stores.agreements().delete("t", List.of());
    people.requireNone(arrival);
  }

  @Test
  public void nobodyBeginsWithoutEnd() {
    for (int i = 0; i < 60; i++) {
      begin(1);
    }
    assertRefused("abm.too_many_visits", () -> begin(1));
    begin(2);
    door.clock.advance(Duration.ofMinutes(11));
    begin(1);
  }

  @Test
  public void nobodyFetchesProfilesWithoutEnd() {
    Handout handout = door.handout();
    for (int i = 0; i < 20; i++) {
      handout.profile("C02", "U");
    }
    assertRefused("abm.too_many_profiles", () -> handout.profile("C02", "U"));
    handout.profile("C03", "U");
    door.clock.advance(Duration.ofMinutes(11));
    handout.profile("C02", "U");
  }
}
