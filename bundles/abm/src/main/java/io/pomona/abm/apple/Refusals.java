package io.pomona.abm.apple;

import io.pomona.abm.apple.AppleRefusal.Kind;
import io.pomona.abm.apple.Transport.Answer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads answers that are not what was asked for. */
final class Refusals {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private Refusals() {}

  static AppleRefusal of(Answer answer) {
    String word = word(answer);
    return new AppleRefusal(kind(answer.status(), word), word, retryAfter(answer));
  }

  /** As it comes or in quotes; of anything else the status only, since bodies are not told. */
  static String word(Answer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    String bare = text.replaceAll("^\"|\"$", "").strip();
    return WORD.matcher(bare).matches() ? bare : "HTTP " + answer.status();
  }

  private static Kind kind(int status, String word) {
    return switch (word) {
      case "T_C_NOT_SIGNED" -> Kind.TERMS_NOT_SIGNED;
      case "ACCESS_DENIED" -> Kind.ACCESS_DENIED;
      case "EXPIRED_CURSOR" -> Kind.EXPIRED_CURSOR;
      case "EXHAUSTED_CURSOR" -> Kind.EXHAUSTED_CURSOR;
      case "INVALID_CURSOR", "CURSOR_REQUIRED" -> Kind.INVALID_CURSOR;
      case "PROFILE_NOT_FOUND" -> Kind.PROFILE_NOT_FOUND;
      default -> kind(status);
    };
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.TOKEN_REJECTED;
      case 429 -> Kind.THROTTLED;
      default -> status >= 400 && status < 500 ? Kind.BAD_REQUEST : Kind.UNAVAILABLE;
    };
  }

  private static Optional<Duration> retryAfter(Answer answer) {
    return answer
        .header("retry-after")
        .flatMap(Refusals::wait)
        .filter(wait -> !wait.isNegative())
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  /** Seconds, or a date. */
  private static Optional<Duration> wait(String text) {
    try {
      return Optional.of(
          text.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text.strip()))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
