package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.SsoTicket;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserStore;
import io.pomona.organization.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a command line gets from the browser in place of a session: good once, for a minute, and for
 * nobody but who has begun.
 */
@Component(service = SsoCodes.class)
public final class SsoCodes {
  static final Duration LIFE = Duration.ofMinutes(1);

  private final SsoStore tickets;
  private final UserStore users;
  private final SsoSessions sessions;
  private final SsoAttempts attempts;
  private final Clock clock;

  @Activate
  public SsoCodes(
      @Reference SsoStore tickets,
      @Reference UserStore users,
      @Reference SsoSessions sessions,
      @Reference SsoAttempts attempts) {
    this(tickets, users, sessions, attempts, Clock.systemUTC());
  }

  SsoCodes(
      SsoStore tickets, UserStore users, SsoSessions sessions, SsoAttempts attempts, Clock clock) {
    this.tickets = tickets;
    this.users = users;
    this.sessions = sessions;
    this.attempts = attempts;
    this.clock = clock;
  }

  Secret issue(User user, String verifierSha256) {
    Tokens.Token code = Tokens.random();
    tickets.save(
        new SsoTicket(
            code.sha256(),
            verifierSha256,
            Optional.of(user.id()),
            "",
            "",
            clock.instant().plus(LIFE)));
    return code.secret();
  }

  /**
   * @throws MdmException unauthenticated, the same for whatever does not fit
   */
  public Session redeem(Secret code, Secret verifier, String source) {
    String step = Tokens.sha256(code);
    attempts.begin(step, source);
    User user = attempts.noting("", source, () -> holder(step, Tokens.sha256(verifier)));
    Session session = attempts.noting(user.email(), source, () -> sessions.open(user, source));
    attempts.succeeded(step, source);
    return session;
  }

  private User holder(String codeSha256, String verifierSha256) {
    return tickets
        .take(codeSha256, verifierSha256, clock.instant())
        .flatMap(SsoTicket::user)
        .flatMap(users::find)
        .orElseThrow(
            () ->
                new MdmException(
                    MdmException.Kind.UNAUTHENTICATED,
                    "organization.sso_bad_code",
                    "The code is unknown, was used or has expired. Log in again."));
  }
}
