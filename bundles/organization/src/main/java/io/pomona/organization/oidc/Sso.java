package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.SsoTicket;
import io.pomona.api.organization.User;
import io.pomona.organization.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Logging in by the provider, in two steps that any node may take: the browser goes there, and
 * comes back.
 */
@Component(service = Sso.class)
public final class Sso {
  static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String CALLBACK = "/api/v1/sso/callback";

  private final ConfiguredProvider providers;
  private final Admission admission;
  private final SsoSessions sessions;
  private final SsoCodes codes;
  private final SsoAttempts attempts;
  private final SsoStore tickets;
  private final OrganizationStore organization;
  private final Clock clock;

  @Activate
  public Sso(
      @Reference ConfiguredProvider providers,
      @Reference Admission admission,
      @Reference SsoSessions sessions,
      @Reference SsoCodes codes,
      @Reference SsoAttempts attempts,
      @Reference SsoStore tickets,
      @Reference OrganizationStore organization) {
    this(providers, admission, sessions, codes, attempts, tickets, organization, Clock.systemUTC());
  }

  Sso(
      ConfiguredProvider providers,
      Admission admission,
      SsoSessions sessions,
      SsoCodes codes,
      SsoAttempts attempts,
      SsoStore tickets,
      OrganizationStore organization,
      Clock clock) {
    this.providers = providers;
    this.admission = admission;
    this.sessions = sessions;
    this.codes = codes;
    this.attempts = attempts;
    this.tickets = tickets;
    this.organization = organization;
    this.clock = clock;
  }

  /**
   * @param browser what the browser has to bring back, and nobody else has
   */
  public record Begun(URI location, Secret browser, Duration patience) {}

  /**
   * @param session empty when a command line gets it by a code
   */
  public record Finished(URI location, Optional<Session> session) {}

  /** What the provider is called; empty when it is off. */
  public Optional<String> name() {
    return providers.current().map(provider -> provider.settings().name());
  }

  public Begun begin(SsoTarget target, String source) {
    Provider provider = providers.required();
    Flow flow = Flow.random();
    String state = Tokens.sha256(flow.state());
    attempts.begin(state, source);
    URI location = provider.authorization(flow, at(CALLBACK), target.isListener());
    tickets.save(
        new SsoTicket(
            state,
            Tokens.sha256(flow.browser()),
            Optional.empty(),
            target.address(),
            target.verifierSha256(),
            clock.instant().plus(PATIENCE)));
    return new Begun(location, flow.browser(), PATIENCE);
  }

  /** A command line that waits is told of a refusal as well. */
  public Finished finish(Answer answer, Secret browser, String source) {
    Provider provider = providers.required();
    String state = Tokens.sha256(answer.state());
    SsoTicket ticket = attempts.noting("", source, () -> taken(state, browser));
    SsoTarget target = new SsoTarget(ticket.target(), ticket.verifierSha256());
    try {
      User user = admit(provider, answer, new Flow(answer.state(), browser), source);
      attempts.succeeded(state, source);
      return target.isListener() ? forListener(target, user) : forBrowser(target, user, source);
    } catch (MdmException e) {
      if (target.isListener()) {
        return new Finished(withQuery(target, "error", e.getMessage()), Optional.empty());
      }
      throw e;
    }
  }

  private SsoTicket taken(String stateSha256, Secret browser) {
    return tickets
        .take(stateSha256, Tokens.sha256(browser), clock.instant())
        .filter(ticket -> ticket.user().isEmpty())
        .orElseThrow(SsoRefusal::expired);
  }

  private User admit(Provider provider, Answer answer, Flow flow, String source) {
    Person person = attempts.noting("", source, () -> provider.person(answer, flow, at(CALLBACK)));
    return attempts.noting(
        person.email(), source, () -> admission.admit(person, provider.settings()));
  }

  private Finished forListener(SsoTarget target, User user) {
    Secret code = codes.issue(user, target.verifierSha256());
    return new Finished(withQuery(target, "code", code.revealText()), Optional.empty());
  }

  private Finished forBrowser(SsoTarget target, User user, String source) {
    Session session = attempts.noting(user.email(), source, () -> sessions.open(user, source));
    return new Finished(at(target.address()), Optional.of(session));
  }

  private static URI withQuery(SsoTarget target, String name, String value) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return URI.create(target.address() + "?" + name + "=" + encoded);
  }

  private URI at(String path) {
    return organization
        .settings()
        .map(OrganizationSettings::serverUrl)
        .map(server -> URI.create(server + path))
        .orElseThrow(
            () ->
                MdmException.unavailable(
                    "organization.not_set_up", "Pomona has not been set up yet."));
  }
}
