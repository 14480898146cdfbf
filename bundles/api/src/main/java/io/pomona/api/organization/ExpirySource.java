package io.pomona.api.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Extension point: things that end and have to be renewed by somebody, a certificate or a token.
 * Each is a line of {@code mdm:status} until its end, and an activity when 60, 30, 14, 7 and 1 days
 * are left and when it has ended, once for each end. One that is renewed has a new end and is told
 * of anew.
 */
public interface ExpirySource {
  /**
   * Quick, on the caller's thread; nothing while there is nothing that could end. Called on every
   * node, by whoever asks for the status and by a route.
   */
  List<Expiring> expiring();

  /**
   * @param name the name of its line, always the same: {@code apns.certificate}
   * @param subject what it is, in words that follow "the": {@code push certificate}
   * @param renewal a sentence that says how it is renewed
   * @param consequence what it means that it has ended, in words that follow "it has ended": {@code
   *     no Mac is woken}; empty text says nothing
   * @param warning how long before its end it wants attention
   * @param error how long before its end it wants attention at once
   */
  record Expiring(
      String name,
      String subject,
      Instant notAfter,
      String renewal,
      String consequence,
      Duration warning,
      Duration error) {
    private static final Duration WARNING = Duration.ofDays(60);
    private static final Duration ERROR = Duration.ofDays(1);

    /** Wants attention in its last 60 days, and at once on its last. */
    public Expiring(String name, String subject, Instant notAfter, String renewal) {
      this(name, subject, notAfter, renewal, "", WARNING, ERROR);
    }

    /** The same with what it means that it has ended. */
    public Expiring meaning(String words) {
      return new Expiring(name, subject, notAfter, renewal, words, warning, error);
    }

    /** The same with other times. */
    public Expiring within(Duration toWarn, Duration toFail) {
      return new Expiring(name, subject, notAfter, renewal, consequence, toWarn, toFail);
    }
  }
}
