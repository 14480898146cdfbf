package io.pomona.simulator.apple.abm;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Faults by name: the vocabulary of depsim, and what Apple's service does besides. */
public final class AbmFaults {

  private static final Map<String, AbmFault> NAMED = named();

  private AbmFaults() {}

  private static Map<String, AbmFault> named() {
    Map<String, AbmFault> named = new LinkedHashMap<>();
    named.put("success", fine());
    named.put("bad_request", refusal(400, "BAD_REQUEST"));
    named.put("forbidden", refusal(403, "FORBIDDEN"));
    named.put("forbidden_access_denied", refusal(403, "ACCESS_DENIED"));
    named.put("forbidden_t_c_not_signed", refusal(403, "T_C_NOT_SIGNED"));
    named.put("unauthorized", refusal(401, "UNAUTHORIZED"));
    named.put("invalid_method", refusal(405, "METHOD_NOT_ALLOWED"));
    named.put("too_many_requests", tooManyRequests(Duration.ofSeconds(1)));
    named.put("bad_request_expired_cursor", refusal(400, "EXPIRED_CURSOR"));
    named.put("internal_server_error", refusal(500, "INTERNAL_SERVER_ERROR"));
    named.put("service_unavailable", refusal(503, "SERVICE_UNAVAILABLE"));
    named.put("not_found", serials("NOT_FOUND"));
    named.put("not_accessible", serials("NOT_ACCESSIBLE"));
    named.put("failed", serials("FAILED"));
    named.put("throttled", throttled(Duration.ofHours(1)));
    named.put("truncated", truncated());
    named.put("same_cursor", sameCursor());
    named.put("missing_page", missingPage());
    named.put("cut_before", cutBefore());
    named.put("cut_after", cutAfter());
    return named;
  }

  /** By its name in depsim's configuration: {@code bad_request_X} answers 400 with the text X. */
  public static AbmFault named(String name) {
    AbmFault found = NAMED.get(name);
    if (found != null) {
      return found;
    } else if (name.startsWith("bad_request_")) {
      return refusal(400, name.substring("bad_request_".length()).toUpperCase(Locale.ROOT));
    }
    throw new IllegalArgumentException("No response is called " + name);
  }

  /** None: for a script that lets some calls through before it does harm. */
  public static AbmFault fine() {
    return (request, good) -> good.serve(request);
  }

  public static AbmFault refusal(int status, String text) {
    return (request, good) -> AbmAnswer.refused(status, text);
  }

  public static AbmFault tooManyRequests(Duration retryAfter) {
    return (request, good) ->
        AbmAnswer.refused(429, "TOO_MANY_REQUESTS")
            .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** An unwell service that says when to come back. */
  public static AbmFault unavailable(Duration retryAfter) {
    return (request, good) ->
        AbmAnswer.refused(503, "SERVICE_UNAVAILABLE")
            .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** Answers as it should, only later. */
  public static AbmFault slow(Duration by) {
    return (request, good) -> {
      try {
        Thread.sleep(by.toMillis());
        return good.serve(request);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AbmFault.Cut();
      }
    };
  }

  /** The first two thirds of the good answer. */
  public static AbmFault truncated() {
    return (request, good) -> good.serve(request).cut();
  }

  /** The page is good, and yet: come again, with the cursor that you have. */
  public static AbmFault sameCursor() {
    return (request, good) -> {
      AbmAnswer answer = good.serve(request);
      Object asked = request.cursor().<Object>map(it -> it).orElse(answer.fields().get("cursor"));
      return changed(
          answer,
          fields -> {
            fields.put("cursor", asked);
            fields.put("more_to_follow", true);
            return fields;
          });
    };
  }

  /** The cursor goes on, the devices of the page are not in it. */
  public static AbmFault missingPage() {
    return (request, good) ->
        changed(
            good.serve(request),
            fields -> {
              fields.put("devices", List.of());
              return fields;
            });
  }

  /** The connection ends before anything happened. */
  public static AbmFault cutBefore() {
    return (request, good) -> {
      throw new AbmFault.Cut();
    };
  }

  /** All was done; the answer is lost. */
  public static AbmFault cutAfter() {
    return (request, good) -> {
      good.serve(request);
      throw new AbmFault.Cut();
    };
  }

  /** Nothing is done, and each serial number gets this status. */
  public static AbmFault serials(String status) {
    return new SerialFault(status, List.of(), Map.of());
  }

  /** The same for these serial numbers only; the others are served. */
  public static AbmFault serials(String status, Collection<String> serials) {
    return new SerialFault(status, serials, Map.of());
  }

  public static AbmFault throttled(Duration retryAfter) {
    return throttled(retryAfter, List.of());
  }

  /** Assigning was put off; empty: for all. */
  public static AbmFault throttled(Duration retryAfter, Collection<String> serials) {
    return new SerialFault(
        "THROTTLED", serials, Map.of("retry_after_seconds", retryAfter.toSeconds()));
  }

  /** These are done and not named in the answer. */
  public static AbmFault leavingOut(Collection<String> serials) {
    return (request, good) ->
        changed(
            good.serve(request),
            fields -> {
              Map<String, Object> devices = SerialFault.devices(fields);
              devices.keySet().removeAll(serials);
              fields.put("devices", devices);
              return fields;
            });
  }

  private static AbmAnswer changed(AbmAnswer answer, UnaryOperator<Map<String, Object>> change) {
    return answer.good() ? answer.with(change.apply(answer.fields())) : answer;
  }
}
