package io.pomona.organization.rest;

import io.pomona.api.rest.SessionCookie;
import java.time.Duration;

/** Cookies for this host only, by TLS only, and not for scripts. */
final class SessionCookies {
  private SessionCookies() {}

  static String begun(String token, Duration life) {
    return cookie(SessionCookie.NAME, token, life, "Strict");
  }

  static String ended() {
    return cookie(SessionCookie.NAME, "", Duration.ZERO, "Strict");
  }

  static String cookie(String name, String value, Duration life, String sameSite) {
    return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=%s"
        .formatted(name, value, life.toSeconds(), sameSite);
  }
}
