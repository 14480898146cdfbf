package io.pomona.protocol.command.catalogue;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values as a property list has them. */
final class PlistForm implements ValueForm {

  @Override
  public Optional<Object> scalar(KeyType type, Object value) {
    boolean whole = type == KeyType.REAL && value instanceof Long;
    return whole || type(value) == type && !isContainer(value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static boolean isContainer(Object value) {
    return value instanceof List<?> || value instanceof PlistDict;
  }

  @Override
  public Optional<List<?>> elements(Object value) {
    return value instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  @Override
  public Optional<Map<String, ?>> entries(Object value) {
    return value instanceof PlistDict dict ? Optional.of(dict.asMap()) : Optional.empty();
  }

  @Override
  public Optional<Object> any(Object value) {
    return Optional.of(value);
  }

  private static KeyType type(Object value) {
    if (value instanceof String) {
      return KeyType.STRING;
    }
    if (value instanceof Long) {
      return KeyType.INTEGER;
    }
    if (value instanceof Double) {
      return KeyType.REAL;
    }
    if (value instanceof Boolean) {
      return KeyType.BOOLEAN;
    }
    if (value instanceof Instant) {
      return KeyType.DATE;
    }
    if (value instanceof byte[]) {
      return KeyType.DATA;
    }
    return value instanceof PlistDict ? KeyType.DICTIONARY : KeyType.ARRAY;
  }

  @Override
  public String found(Object value) {
    return "of type " + type(value).label();
  }

  @Override
  public String wanted(KeyType type) {
    return "of type " + type.label();
  }
}
