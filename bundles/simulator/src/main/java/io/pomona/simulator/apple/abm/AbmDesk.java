package io.pomona.simulator.apple.abm;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Serves a call that has arrived: its form, its session, then what goes wrong, then the deed. */
final class AbmDesk {

  static final String SESSION_HEADER = "X-ADM-Auth-Session";

  private final AbmWorld world;
  private final AbmSessions sessions;
  private final AbmScript script;
  private final AbmLimits limits;
  private final AbmPages pages;
  private final AbmDetails details;
  private final AbmProfiles profiles;

  AbmDesk(AbmWorld world, AbmSessions sessions, AbmScript script, AbmLimits limits, Clock clock) {
    this.world = world;
    this.sessions = sessions;
    this.script = script;
    this.limits = limits;
    this.pages = new AbmPages(limits, clock);
    this.details = new AbmDetails(world, limits);
    this.profiles = new AbmProfiles(world, details, script);
  }

  /** Throws {@link AbmFault.Cut} where the connection is to end. */
  AbmAnswer answer(AbmRequest request) {
    try {
      AbmForm.check(request);
      return script.of(request.endpoint()).answer(request, this::served);
    } catch (AbmRefusal e) {
      return e.answer();
    }
  }

  private AbmAnswer served(AbmRequest request) {
    try {
      synchronized (world) {
        return request.endpoint() == AbmEndpoint.SESSION ? session(request) : inSession(request);
      }
    } catch (AbmRefusal e) {
      return e.answer();
    }
  }

  private AbmAnswer session(AbmRequest request) {
    OAuthHeader header = OAuthHeader.of(request.header("Authorization").orElse(""));
    AbmServer server = world.signedIn(header).orElseThrow(AbmSessions::unauthorized);
    ServerToken token = server.token().orElseThrow();
    if (!header.signedWith(token, request.method(), request.uri())) {
      throw AbmSessions.unauthorized();
    }
    String opened = sessions.open(header, server);
    terms(server);
    return AbmAnswer.of(Map.of("auth_session_token", opened));
  }

  private AbmAnswer inSession(AbmRequest request) {
    Optional<String> token = request.header(SESSION_HEADER);
    AbmServer server = sessions.server(token);
    terms(server);
    AbmAnswer answer = done(request, server);
    return sessions
        .successor(token.orElseThrow())
        .map(next -> answer.with(SESSION_HEADER, next))
        .orElse(answer);
  }

  private static void terms(AbmServer server) {
    if (!server.organization().termsAccepted()) {
      throw new AbmRefusal(403, "T_C_NOT_SIGNED");
    }
  }

  private AbmAnswer done(AbmRequest request, AbmServer server) {
    AbmAnswer answer =
        switch (request.endpoint()) {
          case SESSION -> throw new IllegalStateException("Not within a session");
          case ACCOUNT -> account(request, server);
          case FETCH -> pages.fetch(request, server);
          case SYNC -> pages.sync(request, server);
          case DETAILS -> details.details(request, server);
          case DISOWN -> details.disown(request, server);
          case DEFINE_PROFILE -> profiles.define(request, server);
          case READ_PROFILE -> profiles.read(request, server);
          case ASSIGN_PROFILE -> profiles.assign(request, server);
          case REMOVE_PROFILE -> profiles.remove(request, server);
        };
    if (changing(request.endpoint())) {
      world.changed();
    }
    return answer;
  }

  private static boolean changing(AbmEndpoint endpoint) {
    return switch (endpoint) {
      case DISOWN, DEFINE_PROFILE, ASSIGN_PROFILE, REMOVE_PROFILE -> true;
      default -> false;
    };
  }

  private AbmAnswer account(AbmRequest request, AbmServer server) {
    Map<String, Object> fields = server.organization().account(server, request.protocol());
    if (request.protocol() >= 3) {
      fields.put("urls", limits.urls());
    }
    return AbmAnswer.of(fields);
  }
}
