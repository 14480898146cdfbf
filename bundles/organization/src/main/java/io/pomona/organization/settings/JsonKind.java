package io.pomona.organization.settings;

import java.util.List;
import java.util.Map;

/** The kinds of value that JSON has, in words. */
final class JsonKind {
  private JsonKind() {}

  static String of(Object value) {
    if (value instanceof Boolean) {
      return "true or false";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    return value instanceof Map<?, ?> ? "an object with keys" : "a text";
  }
}
