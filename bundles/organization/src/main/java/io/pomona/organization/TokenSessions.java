package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.Sessions;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserStore;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.api.pki.Passwords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bearer tokens of 256 random bits that end after five days; only their SHA-256 is stored. */
@Component
public final class TokenSessions implements Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(TokenSessions.class);
  public static final Duration LIFE = Duration.ofDays(5);

  private final UserStore users;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final Clock clock;
  private final FailedLoginActivities told;
  private final FailedLogins failures = new FailedLogins();

  @Activate
  public TokenSessions(
      @Reference UserStore users,
      @Reference SessionStore sessions,
      @Reference Passwords passwords,
      @Reference FailedLoginActivities told) {
    this(users, sessions, passwords, told, Clock.systemUTC());
  }

  TokenSessions(
      UserStore users,
      SessionStore sessions,
      Passwords passwords,
      FailedLoginActivities told,
      Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public Session logIn(String email, Secret password, String source) {
    String address = EmailAddress.normalize(email);
    Instant now = clock.instant();
    // What is no address is counted as one, whatever it is, and never kept or looked up.
    String account = EmailAddress.isOne(address) ? address : "";
    if (!failures.begin(account, source, now)) {
      told.failed(address, source);
      throw MdmException.tooManyRequests(
          "organization.too_many_failures",
          "Too many failed logins. Try again in five minutes.",
          FailedLogins.WINDOW);
    }
    Credentials verified =
        authenticate(account, password).orElseThrow(() -> refused(address, source));
    User user = verified.user();
    Tokens.Token token = Tokens.random();
    Instant expires = now.plus(LIFE);
    ActivityDraft activity =
        ActivityDraft.of(Actors.of(user), "user_logged_in")
            .with("email", address)
            .with("public_ip", source)
            .with("method", "password");
    if (!sessions.create(verified, token.sha256(), now, expires, activity)) {
      throw refused(address, source);
    }
    failures.succeeded(account, source);
    return new Session(user, token.secret(), expires);
  }

  private Optional<Credentials> authenticate(String account, Secret password) {
    Optional<Credentials> found = account.isEmpty() ? Optional.empty() : users.credentials(account);
    if (found.isEmpty()) {
      passwords.pretend(password);
    } else if (passwords.matches(password, found.get().passwordHash())) {
      return found;
    }
    return Optional.empty();
  }

  private MdmException refused(String address, String source) {
    LOG.info("Failed login from {}", source);
    told.failed(address, source);
    return new MdmException(
        MdmException.Kind.UNAUTHENTICATED,
        "organization.login_failed",
        "Authentication failed: e-mail or password is wrong.");
  }

  @Override
  public Optional<Actor> resolve(Secret token) {
    return sessions.find(Tokens.sha256(token), clock.instant()).map(Actors::of);
  }

  @Override
  public void logOut(Secret token) {
    sessions.delete(Tokens.sha256(token));
  }
}
