package io.pomona.api.rest;

import java.time.Duration;

/** Cookies as {@code Set-Cookie} has them: for this host only, by TLS only, and not for scripts. */
public final class HostCookie {
  private HostCookie() {}

  /** Not sent when another site leads here. */
  public static String strict(String name, String value, Duration life) {
    return cookie(name, value, life, "Strict");
  }

  /** Sent also when a browser comes back from another site, such as a provider of logins. */
  public static String lax(String name, String value, Duration life) {
    return cookie(name, value, life, "Lax");
  }

  // Not %d, which writes digits of the language that the server runs in.
  private static String cookie(String name, String value, Duration life, String sameSite) {
    return "%s=%s; Path=/; Max-Age=%s; Secure; HttpOnly; SameSite=%s"
        .formatted(name, value, life.toSeconds(), sameSite);
  }
}
