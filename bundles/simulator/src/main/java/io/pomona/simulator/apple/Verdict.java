package io.pomona.simulator.apple;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the virtual APNs says to one push.
 *
 * @param status the HTTP status
 * @param reason Apple's word; empty with 200
 * @param details further keys of the error body or headers, by name
 * @param delay how long the answer takes
 * @param closing what happens to the connection
 */
public record Verdict(
    int status, String reason, Map<String, Object> details, Duration delay, Closing closing) {

  static final String RETRY_AFTER = "retry-after";
  static final String TIMESTAMP = "timestamp";

  /** The fate of the connection. */
  public enum Closing {
    NONE,
    /** The answer, then GOAWAY. */
    AFTER,
    /** GOAWAY and no answer at all. */
    INSTEAD,
    /** The connection stays open, and nothing ever comes. */
    SILENCE
  }

  public static Verdict ok() {
    return of(200, "");
  }

  public static Verdict of(int status, String reason) {
    return new Verdict(status, reason, Map.of(), Duration.ZERO, Closing.NONE);
  }

  /** 410: the token is dead since this instant. */
  public static Verdict unregistered(Instant since) {
    return of(410, "Unregistered").detail(TIMESTAMP, since.toEpochMilli());
  }

  public static Verdict badDeviceToken() {
    return of(400, "BadDeviceToken");
  }

  public static Verdict tooManyRequests(Duration retryAfter) {
    return of(429, "TooManyRequests").detail(RETRY_AFTER, retryAfter.toSeconds());
  }

  public static Verdict internalServerError() {
    return of(500, "InternalServerError");
  }

  public static Verdict unavailable(Duration retryAfter) {
    return of(503, "ServiceUnavailable").detail(RETRY_AFTER, retryAfter.toSeconds());
  }

  /** 503 Shutdown and GOAWAY, as when a server of Apple's goes down in order. */
  public static Verdict shutdown() {
    return of(503, "Shutdown").closing(Closing.AFTER);
  }

  /** GOAWAY with this reason; the push is never answered. */
  public static Verdict goAway(String reason) {
    return of(503, reason).closing(Closing.INSTEAD);
  }

  /** The push is never answered, as when packets are lost on the way. */
  public static Verdict silence() {
    return of(504, "").closing(Closing.SILENCE);
  }

  public Verdict after(Duration time) {
    return new Verdict(status, reason, details, time, closing);
  }

  private Verdict closing(Closing how) {
    return new Verdict(status, reason, details, delay, how);
  }

  private Verdict detail(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(key, value);
    return new Verdict(status, reason, more, delay, closing);
  }

  boolean accepted() {
    return status == 200;
  }
}
