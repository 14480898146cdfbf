package io.pomona.enrollment.mydevice.self;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.enrollment.TestProfiles;
import io.pomona.enrollment.links.LinkToken;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class SelfEnrollmentTest {
  private static final Secret STATE = Secret.of("state");
  private static final EndUserLogins.Answer ANSWER =
      new EndUserLogins.Answer(STATE, "code", "issuer");

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final SelfEnrollment enrollment = enrollment(true);

  /** A provider that knows Jane. */
  private static final class Provider implements EndUserLogins {
    @Override
    public Optional<String> name() {
      return Optional.of("Acme ID");
    }

    @Override
    public Begun begin(Secret browser, URI callback) {
      return new Begun(URI.create("https://id.example.com/"), LinkToken.sha256(STATE));
    }

    @Override
    public PersonAtProvider finish(Answer answer, Secret browser, URI callback) {
      return new PersonAtProvider("jane@example.com", "Jane");
    }
  }

  private SelfEnrollment enrollment(boolean on) {
    return new SelfEnrollment(
        new Provider(),
        stores.setupTickets(),
        stores.organization(),
        TestProfiles.over(stores, clock),
        stores.activities(),
        on,
        clock);
  }

  @Before
  public void setUp() {
    Fixtures.setUp(stores.users());
  }

  private static void refused(String code, Runnable step) {
    assertEquals(code, assertThrows(MdmException.class, step::run).code());
  }

  @Test
  public void aLoginIsGoodForOneProfile() {
    Secret ticket = enrollment.logIn().ticket();
    assertEquals(Optional.empty(), enrollment.state(ticket).person());
    refused("enrollment.no_login", () -> enrollment.profile(ticket));
    enrollment.loggedIn(ticket, ANSWER);
    assertEquals("jane@example.com", enrollment.state(ticket).person().orElseThrow().email());
    assertTrue(enrollment.profile(ticket).length > 0);
    Activity told = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("user_got_enrollment_profile", told.type());
    assertEquals(Map.of("email", "jane@example.com"), told.details());
    refused("enrollment.no_login", () -> enrollment.profile(ticket));
  }

  @Test
  public void anAnswerCountsOnceAndForItsBrowserOnly() {
    Secret ticket = enrollment.logIn().ticket();
    Secret other = enrollment.logIn().ticket();
    refused(
        "enrollment.login_over",
        () ->
            enrollment.loggedIn(
                ticket, new EndUserLogins.Answer(Secret.of("forged"), "code", "issuer")));
    refused("enrollment.login_over", () -> enrollment.loggedIn(Secret.of("none"), ANSWER));
    enrollment.loggedIn(other, ANSWER);
    refused("enrollment.login_over", () -> enrollment.loggedIn(other, ANSWER));
    refused("enrollment.no_login", () -> enrollment.profile(ticket));
  }

  @Test
  public void aTicketOfSetupAssistantIsNone() {
    Secret ticket = LinkToken.random();
    stores
        .setupTickets()
        .save(
            SetupTicket.begun(
                LinkToken.sha256(ticket),
                "C02P000001",
                "udid",
                false,
                clock.instant().plusSeconds(60)),
            clock.instant());
    refused("enrollment.login_over", () -> enrollment.loggedIn(ticket, ANSWER));
    refused("enrollment.no_login", () -> enrollment.profile(ticket));
  }

  @Test
  public void nothingIsThereUntilItIsSwitchedOn() {
    SelfEnrollment off = enrollment(false);
    refused("enrollment.self_service_off", () -> off.state(Secret.of("")));
    refused("enrollment.self_service_off", off::logIn);
    refused("enrollment.self_service_off", () -> off.loggedIn(Secret.of(""), ANSWER));
    refused("enrollment.self_service_off", () -> off.profile(Secret.of("")));
  }
}
