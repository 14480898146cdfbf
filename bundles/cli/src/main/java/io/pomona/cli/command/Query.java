package io.pomona.cli.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The query of an address, escaped. */
final class Query {
  private final StringBuilder text = new StringBuilder();

  Query with(String name, Object value) {
    text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(escape("" + value));
    return this;
  }

  Query with(String name, Optional<?> value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
