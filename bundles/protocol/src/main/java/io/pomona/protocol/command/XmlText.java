package io.pomona.protocol.command;

/** Character data: line ends, character references and the five entities that XML has by itself. */
final class XmlText {
  private XmlText() {}

  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  static String unescape(String text) {
    String lines = lines(text);
    int amp = lines.indexOf('&');
    if (amp < 0) {
      return lines;
    }
    StringBuilder out = new StringBuilder(lines.length());
    int from = 0;
    while (amp >= 0) {
      int end = lines.indexOf(';', amp);
      if (end < 0) {
        throw XmlBytes.malformed();
      }
      out.append(lines, from, amp).appendCodePoint(entity(lines.substring(amp + 1, end)));
      from = end + 1;
      amp = lines.indexOf('&', from);
    }
    return out.append(lines, from, lines.length()).toString();
  }

  private static int entity(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> reference(name);
    };
  }

  private static int reference(String name) {
    try {
      if (name.startsWith("#x")) {
        return character(Integer.parseInt(name, 2, name.length(), 16));
      }
      if (name.startsWith("#")) {
        return character(Integer.parseInt(name, 1, name.length(), 10));
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw XmlBytes.malformed();
    }
    throw XmlBytes.malformed();
  }

  private static int character(int codePoint) {
    boolean good =
        codePoint == '\n'
            || codePoint == '\t'
            || codePoint == '\r'
            || codePoint >= ' ' && codePoint < 0xD800
            || codePoint > 0xDFFF && codePoint < 0xFFFE
            || codePoint > 0xFFFF && codePoint <= 0x10FFFF;
    if (!good) {
      throw XmlBytes.malformed();
    }
    return codePoint;
  }
}
