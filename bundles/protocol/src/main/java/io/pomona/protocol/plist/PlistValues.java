package io.pomona.protocol.plist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The value types of a dictionary: what is taken in, and when two values are the same. */
final class PlistValues {
  private PlistValues() {}

  static Object normalised(Object value) {
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof PlistDict) {
      return value;
    }
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    return normalisedContainer(value);
  }

  private static Object normalisedContainer(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(normalised(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      PlistDict.Builder dict = PlistDict.builder();
      map.forEach((key, element) -> dict.put((String) key, element));
      return dict.build();
    }
    throw new IllegalArgumentException(
        "A property list cannot hold a value of type "
            + (value == null ? "null" : value.getClass().getName())
            + ".");
  }

  static boolean same(Map<String, Object> one, Map<String, Object> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof byte[] bytes) {
      return other instanceof byte[] others && Arrays.equals(bytes, others);
    }
    if (one instanceof List<?> list) {
      return other instanceof List<?> others && same(list, others);
    }
    return one.equals(other);
  }

  private static boolean same(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  static int hash(Map<String, Object> values) {
    int hash = 0;
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      hash += entry.getKey().hashCode() ^ hash(entry.getValue());
    }
    return hash;
  }

  private static int hash(Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.hashCode(bytes);
    }
    if (value instanceof List<?> list) {
      int hash = 1;
      for (Object element : list) {
        hash = 31 * hash + hash(element);
      }
      return hash;
    }
    return value.hashCode();
  }
}
