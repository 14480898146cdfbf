package io.pomona.simulator.apple.abm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has logged in. They do not outlive the service, as Apple's do not outlive a restart. */
final class AbmSessions {

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Duration LIFE = Duration.ofMinutes(30);

  private record Session(AbmServer server, Instant until) {}

  private final Clock clock;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Set<String> nonces = new HashSet<>();
  private Duration life = LIFE;
  private SessionRotation rotation = SessionRotation.NEVER;

  AbmSessions(Clock clock) {
    this.clock = clock;
  }

  synchronized void last(Duration next) {
    life = next;
  }

  synchronized void rotate(SessionRotation next) {
    rotation = next;
  }

  synchronized void forget() {
    sessions.clear();
  }

  synchronized void forget(AbmServer server) {
    sessions.values().removeIf(session -> session.server() == server);
  }

  /** The token of a new session for whoever signed this header. */
  synchronized String open(OAuthHeader header, AbmServer server) {
    Duration off = Duration.between(clock.instant(), header.timestamp()).abs();
    boolean fresh = nonces.add(header.consumerKey() + " " + header.nonce());
    if (off.compareTo(SKEW) > 0 || !fresh || !server.accepts(clock.instant())) {
      throw unauthorized();
    }
    return open(server);
  }

  private String open(AbmServer server) {
    String token = AbmIds.uuid() + AbmIds.uuid();
    sessions.put(token, new Session(server, clock.instant().plus(life)));
    return token;
  }

  /** 401 for one that has ended, 403 for one that never was, as Apple's pages have it. */
  synchronized AbmServer server(Optional<String> token) {
    Session session = token.map(sessions::get).orElse(null);
    if (session == null) {
      throw new AbmRefusal(403, "FORBIDDEN");
    } else if (clock.instant().isAfter(session.until())
        || !session.server().accepts(clock.instant())) {
      throw unauthorized();
    }
    return session.server();
  }

  /** The token that the caller is to use from now on, where it is another. */
  synchronized Optional<String> successor(String token) {
    Session session = sessions.get(token);
    if (session == null || rotation == SessionRotation.NEVER) {
      return Optional.empty();
    }
    if (rotation == SessionRotation.FORGETTING_THE_OLD) {
      sessions.remove(token);
    }
    return Optional.of(open(session.server()));
  }

  static AbmRefusal unauthorized() {
    return new AbmRefusal(401, "UNAUTHORIZED");
  }
}
