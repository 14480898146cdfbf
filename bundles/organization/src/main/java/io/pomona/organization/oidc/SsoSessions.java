package io.pomona.organization.oidc;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.User;
import io.pomona.organization.Actors;
import io.pomona.organization.TokenSessions;
import io.pomona.organization.Tokens;
import java.time.Clock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions of people for whom the provider has vouched; they are like all others. */
@Component(service = SsoSessions.class)
public final class SsoSessions {
  private final SsoStore sso;
  private final Clock clock;

  @Activate
  public SsoSessions(@Reference SsoStore sso) {
    this(sso, Clock.systemUTC());
  }

  SsoSessions(SsoStore sso, Clock clock) {
    this.sso = sso;
    this.clock = clock;
  }

  Session open(User user, String source) {
    Instant now = clock.instant();
    Instant expires = now.plus(TokenSessions.LIFE);
    Tokens.Token token = Tokens.random();
    sso.open(
        user.id(),
        token.sha256(),
        now,
        expires,
        ActivityDraft.of(Actors.of(user), "user_logged_in")
            .with("email", user.email())
            .with("public_ip", source)
            .with("method", "sso"));
    return new Session(user, token.secret(), expires);
  }
}
