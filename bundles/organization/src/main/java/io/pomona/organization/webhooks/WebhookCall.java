package io.pomona.organization.webhooks;

import io.pomona.api.MdmException;
import io.pomona.api.organization.NewWebhook;
import io.pomona.organization.outbound.AnswerHead;
import io.pomona.organization.outbound.OutboundPost;
import io.pomona.organization.outbound.RefusedAddress;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One attempt to hand a body to a receiver. */
record WebhookCall(OutboundPost post, WebhookSecrets secrets, Clock clock) {
  static final String SIGNATURE = "X-Hmac-Signature";
  static final String EVENT_ID = "X-Event-Id";

  /** What says that this body will never be taken; anything else may be over tomorrow. */
  private static final Set<Integer> FOR_GOOD = Set.of(400, 410, 413, 415, 422);

  /** What became of it. */
  enum Verdict {
    ARRIVED,
    REFUSED,
    FAILED
  }

  /**
   * @param outcome in words
   * @param retryAfter how long the receiver wants to be left alone
   */
  record Result(Verdict verdict, String outcome, Optional<Duration> retryAfter) {}

  Result send(NewWebhook webhook, String eventId, byte[] body) {
    try {
      return result(post.send(URI.create(webhook.url()), headers(webhook, eventId, body), body));
    } catch (RefusedAddress e) {
      return failed(e.getMessage());
    } catch (UnknownHostException e) {
      return failed("The name of the address is not known here.");
    } catch (IOException e) {
      return failed("It could not be sent: " + Objects.toString(e.getMessage(), "no answer"));
    } catch (MdmException e) {
      return failed("The secret of this webhook cannot be opened; set another one.");
    }
  }

  private Map<String, String> headers(NewWebhook webhook, String eventId, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("User-Agent", "Pomona");
    headers.put(EVENT_ID, eventId);
    headers.put(SIGNATURE, secrets.signature(webhook.sealedSecret(), body));
    return headers;
  }

  private static Result failed(String outcome) {
    return new Result(Verdict.FAILED, outcome, Optional.empty());
  }

  private Result result(AnswerHead answer) {
    String outcome = "The receiver answered " + answer.status() + ".";
    if (answer.status() / 100 == 2) {
      return new Result(Verdict.ARRIVED, outcome, Optional.empty());
    }
    Verdict verdict = FOR_GOOD.contains(answer.status()) ? Verdict.REFUSED : Verdict.FAILED;
    return new Result(verdict, outcome, answer.header("Retry-After").flatMap(this::wait));
  }

  /** Seconds or a date (RFC 9110). */
  private Optional<Duration> wait(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), until)).filter(d -> !d.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
