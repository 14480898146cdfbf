package io.pomona.simulator.apple.abm;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back: an object, or a refusal as JSON-quoted text. */
public record AbmAnswer(int status, Map<String, String> headers, Object body, boolean truncated) {

  static AbmAnswer of(Map<String, Object> body) {
    return new AbmAnswer(200, Map.of(), body, false);
  }

  static AbmAnswer refused(int status, String text) {
    return new AbmAnswer(status, Map.of(), text, false);
  }

  AbmAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new AbmAnswer(status, more, body, truncated);
  }

  AbmAnswer with(Map<String, Object> otherBody) {
    return new AbmAnswer(status, headers, otherBody, truncated);
  }

  AbmAnswer cut() {
    return new AbmAnswer(status, headers, body, true);
  }

  boolean good() {
    return status == 200;
  }

  /** A copy of the body, in case of a good answer. */
  @SuppressWarnings("unchecked")
  Map<String, Object> fields() {
    return body instanceof Map ? new LinkedHashMap<>((Map<String, Object>) body) : Map.of();
  }

  byte[] bytes() {
    byte[] whole = AbmDocument.write(body);
    return truncated ? java.util.Arrays.copyOf(whole, whole.length * 2 / 3) : whole;
  }
}
