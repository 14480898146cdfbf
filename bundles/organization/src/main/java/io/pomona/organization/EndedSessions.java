package io.pomona.organization;

import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.SsoStore;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions and unfinished logins that have expired are of no use to anybody. */
@Component(service = EndedSessions.class)
public final class EndedSessions {
  private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);

  private final SessionStore sessions;
  private final SsoStore sso;
  private final Clock clock;

  @Activate
  public EndedSessions(@Reference SessionStore sessions, @Reference SsoStore sso) {
    this(sessions, sso, Clock.systemUTC());
  }

  EndedSessions(SessionStore sessions, SsoStore sso, Clock clock) {
    this.sessions = sessions;
    this.sso = sso;
    this.clock = clock;
  }

  /** Called by a route; any node may do it. */
  public void purge() {
    sso.purge(clock.instant());
    int removed = sessions.purge(clock.instant());
    if (removed > 0) {
      LOG.info("Removed {} expired sessions", removed);
    }
  }
}
