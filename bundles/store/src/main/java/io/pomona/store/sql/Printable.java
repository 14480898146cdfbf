package io.pomona.store.sql;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Map;

/** Values without the control characters that XML cannot carry and a Mac's name may have. */
public final class Printable {
  private Printable() {}

  public static PlistDict of(Map<String, Object> values) {
    PlistDict.Builder dict = PlistDict.builder();
    values.forEach((name, value) -> dict.put(text(name), value(value)));
    return dict.build();
  }

  private static Object value(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Printable::value).toList();
    }
    return value instanceof PlistDict dict ? of(dict.asMap()) : value;
  }

  private static String text(String text) {
    return text.chars().allMatch(Printable::isPrintable)
        ? text
        : text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]|[\\uFFFE\\uFFFF]|\\p{Cs}", " ");
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 0xD800 && c != 0x7F || c == '\n' || c == '\r' || c == '\t';
  }
}
