package io.pomona.organization;

import io.pomona.api.organization.SessionStore;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions that have expired are of no use to anybody. */
@Component(service = EndedSessions.class)
public final class EndedSessions {
  private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);

  private final SessionStore sessions;
  private final Clock clock;

  @Activate
  public EndedSessions(@Reference SessionStore sessions) {
    this(sessions, Clock.systemUTC());
  }

  EndedSessions(SessionStore sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Called by a route; any node may do it. */
  public void purge() {
    int removed = sessions.purge(clock.instant());
    if (removed > 0) {
      LOG.info("Removed {} expired sessions", removed);
    }
  }
}
