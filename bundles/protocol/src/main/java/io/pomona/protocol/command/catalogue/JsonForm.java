package io.pomona.protocol.command.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values as JSON has them: data in base64, dates by RFC 3339. */
final class JsonForm implements ValueForm {

  @Override
  public Optional<Object> scalar(KeyType type, Object value) {
    return switch (type) {
      case STRING -> only(String.class, value);
      case BOOLEAN -> only(Boolean.class, value);
      case INTEGER -> whole(value);
      case REAL -> value instanceof Number number ? Optional.of(number.doubleValue()) : none();
      case DATA -> value instanceof String text ? data(text) : none();
      case DATE -> value instanceof String text ? date(text) : none();
      case ARRAY, DICTIONARY -> none();
    };
  }

  private static Optional<Object> only(Class<?> type, Object value) {
    return type.isInstance(value) ? Optional.of(value) : none();
  }

  private static Optional<Object> whole(Object value) {
    return value instanceof Integer || value instanceof Long
        ? Optional.of(((Number) value).longValue())
        : none();
  }

  private static Optional<Object> data(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return none();
    }
  }

  private static Optional<Object> date(String text) {
    try {
      return Optional.<Object>of(OffsetDateTime.parse(text).toInstant()).filter(JsonForm::isCommon);
    } catch (DateTimeException e) {
      return none();
    }
  }

  // Property lists have four digits for the year.
  private static boolean isCommon(Object instant) {
    Instant at = (Instant) instant;
    return at.isAfter(Instant.parse("0001-01-01T00:00:00Z"))
        && at.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }

  @Override
  public Optional<List<?>> elements(Object value) {
    return value instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  @Override
  public Optional<Map<String, ?>> entries(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    map.forEach((key, element) -> entries.put(String.valueOf(key), element));
    return Optional.of(entries);
  }

  @Override
  public Optional<Object> any(Object value) {
    if (value instanceof Map<?, ?> map) {
      return anyMap(map);
    }
    if (value instanceof List<?> list) {
      return anyList(list);
    }
    return whole(value)
        .or(() -> value instanceof Double real ? Optional.of(real) : none())
        .or(() -> only(String.class, value))
        .or(() -> only(Boolean.class, value));
  }

  private Optional<Object> anyMap(Map<?, ?> map) {
    Map<String, Object> all = new LinkedHashMap<>();
    map.forEach((key, value) -> any(value).ifPresent(known -> all.put((String) key, known)));
    return all.size() == map.size() ? Optional.of(all) : none();
  }

  private Optional<Object> anyList(List<?> list) {
    List<Object> all = new ArrayList<>();
    list.forEach(value -> any(value).ifPresent(all::add));
    return all.size() == list.size() ? Optional.of(all) : none();
  }

  @Override
  public String found(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String) {
      return "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Number) {
      return value instanceof Integer || value instanceof Long ? "a whole number" : "a number";
    }
    return value instanceof List<?> ? "a list" : "an object";
  }

  @Override
  public String wanted(KeyType type) {
    return switch (type) {
      case STRING -> "a string";
      case INTEGER -> "a whole number";
      case REAL -> "a number";
      case BOOLEAN -> "true or false";
      case DATE -> "a time such as 2026-01-31T12:00:00Z";
      case DATA -> "data in base64";
      case ARRAY -> "a list";
      case DICTIONARY -> "an object";
    };
  }
}
