package io.pomona.api.rest;

/**
 * How a browser shows the token of its session: in a cookie that no script can read. A request is
 * believed by it only with the header {@link #HEADER}, whatever its value, which a page of another
 * site cannot send; {@code Authorization} goes before it.
 */
public final class SessionCookie {
  public static final String NAME = "__Host-pomona-session";
  public static final String HEADER = "X-Pomona-Session";

  private SessionCookie() {}
}
