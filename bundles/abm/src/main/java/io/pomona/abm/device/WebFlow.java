package io.pomona.abm.device;

import io.pomona.abm.admission.Arrival;
import io.pomona.abm.admission.Arrivals;
import io.pomona.abm.admission.EndUserRule;
import io.pomona.abm.admission.Handout;
import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.Throttle;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way of a Mac through the web view: a ticket for the Mac that came, then one step after the
 * other, each of which any node may take, and its profile at the end.
 */
@Component(service = WebFlow.class)
public final class WebFlow {
  static final Duration PATIENCE = Duration.ofMinutes(30);
  static final String PATH = "/mdm/apple/enroll/web";
  private static final String CALLBACK = PATH + "/callback";
  private static final int MOST_VISITS = 60;

  private final Throttle<String> begun = new Throttle<>(Duration.ofMinutes(10));
  private final Arrivals arrivals;
  private final EndUserRule people;
  private final Handout handout;
  private final SetupTicketStore tickets;
  private final AgreementStore agreements;
  private final SetupLogin login;
  private final EndUserStore users;
  private final AbmDeviceLookup abm;
  private final OrganizationStore organization;
  private final Clock clock;

  @Activate
  public WebFlow(
      @Reference Arrivals arrivals,
      @Reference EndUserRule people,
      @Reference Handout handout,
      @Reference SetupTicketStore tickets,
      @Reference AgreementStore agreements,
      @Reference EndUserLogins logins,
      @Reference EndUserStore users,
      @Reference AbmDeviceLookup abm,
      @Reference OrganizationStore organization) {
    this(
        arrivals,
        people,
        handout,
        tickets,
        agreements,
        logins,
        users,
        abm,
        organization,
        Clock.systemUTC());
  }

  WebFlow(
      Arrivals arrivals,
      EndUserRule people,
      Handout handout,
      SetupTicketStore tickets,
      AgreementStore agreements,
      EndUserLogins logins,
      EndUserStore users,
      AbmDeviceLookup abm,
      OrganizationStore organization,
      Clock clock) {
    this.arrivals = arrivals;
    this.people = people;
    this.handout = handout;
    this.tickets = tickets;
    this.agreements = agreements;
    this.login = new SetupLogin(logins, tickets, clock);
    this.users = users;
    this.abm = abm;
    this.organization = organization;
    this.clock = clock;
  }

  /** A ticket for a Mac that may come in; what it had before is worth nothing any more. */
  Secret begin(Arrival arrival) {
    Instant now = clock.instant();
    requireCalm(arrival.machine().serialNumber(), now);
    arrivals.enter(arrival);
    Secret ticket = TicketCookie.random();
    tickets.save(
        SetupTicket.begun(
            TicketCookie.sha256(ticket),
            arrival.machine().serialNumber(),
            arrival.machine().udid(),
            arrival.byAdmission(),
            now.plus(PATIENCE)),
        now);
    return ticket;
  }

  /** What a Mac sends can be sent again by others; each time costs a row. */
  private void requireCalm(String serialNumber, Instant now) {
    if (!begun.allows(serialNumber, MOST_VISITS, now)) {
      throw MdmException.tooManyRequests(
          "abm.too_many_visits",
          "This Mac has begun too often. Try again in ten minutes.",
          begun.window());
    }
  }

  NextStep next(Secret secret) {
    SetupTicket ticket = open(secret);
    if (!ticket.agreed() && people.hasTerms()) {
      return new NextStep.Agree(settings().name());
    }
    if (ticket.user().isEmpty() && asksForLogin(ticket)) {
      return new NextStep.LogIn(settings().name(), login.provider());
    }
    return new NextStep.Done(ticket);
  }

  private SetupTicket open(Secret secret) {
    SetupTicket ticket =
        tickets
            .find(TicketCookie.sha256(secret), clock.instant())
            .orElseThrow(WebFlow::unknownTicket);
    if (ticket.done()) {
      throw MdmException.conflict(
          "abm.ticket_used",
          "This Mac was given its profile. If it does not go on, go back and begin again.");
    }
    return ticket;
  }

  private static MdmException unknownTicket() {
    return MdmException.forbidden(
        "abm.no_ticket",
        "This page belongs to the setup of a Mac and has expired, or was opened elsewhere. On the"
            + " Mac go back and begin again.");
  }

  private boolean asksForLogin(SetupTicket ticket) {
    return people.asks(host(ticket).flatMap(Host::team));
  }

  private Optional<Host> host(SetupTicket ticket) {
    return arrivals.host(ticket.serialNumber());
  }

  /** The terms, for who was shown the way to them. */
  byte[] agreement(Secret secret) {
    open(secret);
    return agreements
        .find()
        .map(Agreement.Cover::token)
        .flatMap(agreements::content)
        .orElseThrow(() -> MdmException.notFound("abm.no_agreement", "There are no terms."));
  }

  void agree(Secret secret) {
    tickets.agree(open(secret).sha256(), clock.instant());
  }

  /** Where to log in. */
  URI logIn(Secret secret) {
    if (next(secret) instanceof NextStep.LogIn) {
      return login.begin(secret, at(CALLBACK));
    }
    return here();
  }

  void loggedIn(Secret secret, Answer answer) {
    login.finish(open(secret), secret, answer, at(CALLBACK));
  }

  /** The profile, once. What goes wrong on the way to it leaves the ticket as it is. */
  byte[] finish(SetupTicket ticket) {
    if (!mayComeStill(ticket)) {
      throw MdmException.forbidden(
          "abm.not_admitted", "This Mac cannot be enrolled here now. Ask your administrator.");
    }
    byte[] profile = handout.profile(ticket.serialNumber(), ticket.udid());
    ticket.user().ifPresent(user -> host(ticket).ifPresent(host -> users.put(host.id(), user)));
    if (!tickets.finish(ticket.sha256(), clock.instant())) {
      throw unknownTicket();
    }
    return profile;
  }

  private boolean mayComeStill(SetupTicket ticket) {
    return ticket.admitted()
        ? arrivals.isAdmitted(ticket.serialNumber(), ticket.udid())
        : abm.assigned(ticket.serialNumber()).isPresent();
  }

  /** The page itself. */
  URI here() {
    return at(PATH);
  }

  private URI at(String path) {
    return URI.create(settings().serverUrl() + path);
  }

  private OrganizationSettings settings() {
    return organization
        .settings()
        .orElseThrow(
            () ->
                MdmException.unavailable(
                    "organization.not_set_up", "Pomona has not been set up yet."));
  }
}
