package io.pomona.enrollment.mydevice.self;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.EndUserLogins.Begun;
import io.pomona.api.organization.EndUserLogins.PersonAtProvider;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.enrollment.EnrollmentConfig;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.links.LinkToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A person logs in and gets one profile, for whichever Mac uses it first. How far the person is
 * stands in a ticket like those of Setup Assistant, which names no Mac here.
 */
@Component(service = SelfEnrollment.class, configurationPid = EnrollmentConfig.PID)
public final class SelfEnrollment {
  static final String PATH = "/device/enroll";
  static final Duration PATIENCE = Duration.ofMinutes(30);

  private final EndUserLogins logins;
  private final SetupTicketStore tickets;
  private final OrganizationStore organization;
  private final EnrollmentProfiles profiles;
  private final ActivityStore activities;
  private final boolean on;
  private final Clock clock;

  @Activate
  public SelfEnrollment(
      @Reference EndUserLogins logins,
      @Reference SetupTicketStore tickets,
      @Reference OrganizationStore organization,
      @Reference EnrollmentProfiles profiles,
      @Reference ActivityStore activities,
      EnrollmentConfig config) {
    this(
        logins,
        tickets,
        organization,
        profiles,
        activities,
        config.self_service(),
        Clock.systemUTC());
  }

  SelfEnrollment(
      EndUserLogins logins,
      SetupTicketStore tickets,
      OrganizationStore organization,
      EnrollmentProfiles profiles,
      ActivityStore activities,
      boolean on,
      Clock clock) {
    this.logins = logins;
    this.tickets = tickets;
    this.organization = organization;
    this.profiles = profiles;
    this.activities = activities;
    this.on = on;
    this.clock = clock;
  }

  /**
   * What the page says now.
   *
   * @param person who has logged in and may have a profile
   */
  record State(String organization, String provider, Optional<EndUser> person) {}

  State state(Secret ticket) {
    String provider = requireOn();
    return new State(settings().name(), provider, open(ticket).flatMap(SetupTicket::user));
  }

  private String requireOn() {
    return logins
        .name()
        .filter(name -> on)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "enrollment.self_service_off",
                    "Here nobody enrolls a Mac by logging in. Ask your IT administrator for a"
                        + " link."));
  }

  private Optional<SetupTicket> open(Secret ticket) {
    return tickets
        .find(LinkToken.sha256(ticket), clock.instant())
        .filter(it -> it.serialNumber().isEmpty() && !it.done());
  }

  /** A ticket, and where to log in with it. */
  record Login(Secret ticket, URI location) {}

  Login logIn() {
    requireOn();
    Instant now = clock.instant();
    Secret ticket = LinkToken.random();
    String sha256 = LinkToken.sha256(ticket);
    Begun begun = logins.begin(ticket, callback());
    tickets.save(SetupTicket.begun(sha256, "", "", false, now.plus(PATIENCE)), now);
    tickets.begin(sha256, begun.stateSha256(), now);
    return new Login(ticket, begun.location());
  }

  void loggedIn(Secret secret, Answer answer) {
    requireOn();
    String sha256 = LinkToken.sha256(secret);
    boolean current =
        open(secret).isPresent()
            && tickets.endLogin(sha256, LinkToken.sha256(answer.state()), clock.instant());
    if (!current) {
      throw MdmException.forbidden(
          "enrollment.login_over", "This login is over or belongs to another page. Log in again.");
    }
    PersonAtProvider person = logins.finish(answer, secret, callback());
    tickets.loggedIn(
        sha256,
        new EndUser(person.name(), person.email(), person.email(), clock.instant()),
        clock.instant());
  }

  /** One profile for each login. */
  byte[] profile(Secret secret) {
    requireOn();
    EndUser person = open(secret).flatMap(SetupTicket::user).orElseThrow(SelfEnrollment::noLogin);
    if (!profiles.isPossible()) {
      throw MdmException.unavailable(
          "enrollment.no_profile_yet", "Macs cannot be enrolled yet. Ask your IT administrator.");
    }
    if (!tickets.finish(LinkToken.sha256(secret), clock.instant())) {
      throw noLogin();
    }
    byte[] profile = profiles.manualFor(person.email());
    Actor actor = new Actor(Optional.empty(), name(person), person.email(), Set.of());
    activities.append(
        ActivityDraft.of(actor, "user_got_enrollment_profile").with("email", person.email()),
        clock.instant());
    return profile;
  }

  private static String name(EndUser person) {
    return person.fullName().isEmpty() ? person.email() : person.fullName();
  }

  private static MdmException noLogin() {
    return MdmException.forbidden(
        "enrollment.no_login", "Each login is good for one profile. Log in again for another.");
  }

  private URI callback() {
    return URI.create(settings().serverUrl() + PATH + "/callback");
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
