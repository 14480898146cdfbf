package io.pomona.protocol.plist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Writes a dictionary as an XML property list in UTF-8. Dates are cut to seconds, the precision of
 * the format.
 */
public final class PlistWriter {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
          + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
          + "<plist version=\"1.0\">\n";

  private final StringBuilder out = new StringBuilder(1024);

  private PlistWriter() {}

  /**
   * @throws IllegalArgumentException when a string has a control character that XML cannot carry
   */
  public static byte[] write(PlistDict dict) {
    PlistWriter writer = new PlistWriter();
    writer.out.append(HEAD);
    writer.dict(dict, 0);
    writer.out.append("</plist>\n");
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(Object value, int depth) {
    if (value instanceof String string) {
      element("string", string, depth);
    } else if (value instanceof PlistDict dict) {
      dict(dict, depth);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else if (value instanceof Boolean bool) {
      line(depth, bool ? "<true/>" : "<false/>");
    } else {
      element(value, depth);
    }
  }

  private void element(Object value, int depth) {
    if (value instanceof Long number) {
      element("integer", number.toString(), depth);
    } else if (value instanceof Double number) {
      element("real", real(number), depth);
    } else if (value instanceof byte[] bytes) {
      element("data", Base64.getEncoder().encodeToString(bytes), depth);
    } else if (value instanceof Instant instant) {
      element("date", instant.truncatedTo(ChronoUnit.SECONDS).toString(), depth);
    } else {
      throw new IllegalArgumentException("A property list cannot hold " + value.getClass() + ".");
    }
  }

  private static String real(Double number) {
    if (number.isNaN()) {
      return "nan";
    }
    return number.isInfinite() ? (number > 0 ? "+infinity" : "-infinity") : number.toString();
  }

  private void dict(PlistDict dict, int depth) {
    if (dict.keys().isEmpty()) {
      line(depth, "<dict/>");
      return;
    }
    line(depth, "<dict>");
    dict.asMap()
        .forEach(
            (key, value) -> {
              element("key", key, depth + 1);
              value(value, depth + 1);
            });
    line(depth, "</dict>");
  }

  private void list(List<?> list, int depth) {
    if (list.isEmpty()) {
      line(depth, "<array/>");
      return;
    }
    line(depth, "<array>");
    list.forEach(element -> value(element, depth + 1));
    line(depth, "</array>");
  }

  private void element(String name, String text, int depth) {
    indent(depth);
    out.append('<').append(name).append('>');
    escape(text);
    out.append("</").append(name).append(">\n");
  }

  private void line(int depth, String text) {
    indent(depth);
    out.append(text).append('\n');
  }

  private void indent(int depth) {
    out.append("\t".repeat(depth));
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\r' -> out.append("&#13;");
        default -> out.append(checked(text, i, c));
      }
    }
  }

  private static char checked(String text, int at, char c) {
    boolean refused = c < ' ' && c != '\n' && c != '\t' || c == '\uFFFE' || c == '\uFFFF';
    if (refused || !surrogateInPlace(text, at, c)) {
      throw new IllegalArgumentException(
          "A text has a character that a property list cannot carry: U+"
              + String.format("%04X", (int) c)
              + ".");
    }
    return c;
  }

  private static boolean surrogateInPlace(String text, int at, char c) {
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return !Character.isLowSurrogate(c) || at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
