package io.pomona.protocol.command;

import io.pomona.protocol.plist.MalformedPlistException;
import java.nio.charset.StandardCharsets;

/** The lexical side of scanning XML in UTF-8: tags, comments, text with its entities. */
final class XmlBytes {
  enum Tag {
    OPEN,
    CLOSE,
    EMPTY
  }

  private final byte[] in;
  private int at;
  private int nameFrom;
  private int nameTo;

  XmlBytes(byte[] in) {
    this.in = in;
    this.at = startsWith(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
  }

  boolean atEnd() {
    return at == in.length;
  }

  int nameFrom() {
    return nameFrom;
  }

  int nameTo() {
    return nameTo;
  }

  boolean nameIs(String name) {
    return nameTo - nameFrom == name.length() && startsWith(nameFrom, name);
  }

  boolean nameIs(int from, int to) {
    return java.util.Arrays.equals(in, nameFrom, nameTo, in, from, to);
  }

  boolean atCloseTag() {
    return startsWith(at, "</");
  }

  /** White space, comments and processing instructions between elements. */
  void skipMisc() {
    while (true) {
      while (at < in.length && isSpace(in[at])) {
        at++;
      }
      if (startsWith(at, "<!--")) {
        skipPast("-->", at + 4);
      } else if (startsWith(at, "<?")) {
        skipPast("?>", at + 2);
      } else {
        return;
      }
    }
  }

  void skipDoctype() {
    if (!startsWith(at, "<!DOCTYPE")) {
      return;
    }
    byte quote = 0;
    for (; at < in.length; at++) {
      byte b = in[at];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '[') {
        throw new MalformedPlistException(
            "The property list brings its own document type declarations; these are refused.");
      } else if (b == '>') {
        at++;
        return;
      }
    }
    throw malformed();
  }

  /** The tag that begins here; its name can be asked for afterwards. */
  Tag tag() {
    if (at >= in.length || in[at] != '<') {
      throw malformed();
    }
    boolean close = startsWith(at, "</");
    nameFrom = at + (close ? 2 : 1);
    nameTo = nameFrom;
    while (nameTo < in.length && !endsName(in[nameTo])) {
      nameTo++;
    }
    if (nameTo == nameFrom || in[nameFrom] == '!' || in[nameFrom] == '?') {
      throw malformed();
    }
    at = nameTo;
    boolean empty = skipAttributes();
    if (close) {
      return Tag.CLOSE;
    }
    return empty ? Tag.EMPTY : Tag.OPEN;
  }

  private boolean skipAttributes() {
    byte quote = 0;
    for (; at < in.length; at++) {
      byte b = in[at];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '<') {
        throw malformed();
      } else if (b == '>') {
        return in[at++ - 1] == '/';
      }
    }
    throw malformed();
  }

  /** Goes to the next tag inside an element whose text does not matter. */
  void skipToTag() {
    while (at < in.length) {
      if (in[at] != '<') {
        at++;
      } else if (startsWith(at, "<!--")) {
        skipPast("-->", at + 4);
      } else if (startsWith(at, "<![CDATA[")) {
        skipPast("]]>", at + 9);
      } else if (startsWith(at, "<?")) {
        skipPast("?>", at + 2);
      } else {
        return;
      }
    }
    throw malformed();
  }

  /** The text up to the next tag. */
  String text() {
    int from = at;
    boolean plain = true;
    while (at < in.length && in[at] != '<') {
      plain &= in[at] != '&' && in[at] != '\r';
      at++;
    }
    String first = plain ? utf8(from, at) : XmlText.unescape(utf8(from, at));
    return startsWith(at, "<!") || startsWith(at, "<?") ? mixedText(first) : first;
  }

  private String mixedText(String first) {
    StringBuilder text = new StringBuilder(first);
    while (true) {
      if (startsWith(at, "<![CDATA[")) {
        int from = at + 9;
        skipPast("]]>", from);
        text.append(XmlText.lines(utf8(from, at - 3)));
      } else if (startsWith(at, "<!--")) {
        skipPast("-->", at + 4);
      } else if (startsWith(at, "<?")) {
        skipPast("?>", at + 2);
      } else if (at >= in.length || in[at] == '<') {
        return text.toString();
      } else {
        int from = at;
        while (at < in.length && in[at] != '<') {
          at++;
        }
        text.append(XmlText.unescape(utf8(from, at)));
      }
    }
  }

  private String utf8(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private void skipPast(String end, int from) {
    byte first = (byte) end.charAt(0);
    for (int i = from; i < in.length; i++) {
      if (in[i] == first && startsWith(i, end)) {
        at = i + end.length();
        return;
      }
    }
    throw malformed();
  }

  private boolean startsWith(int from, String text) {
    if (from + text.length() > in.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in[from + i] != (byte) text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsName(byte b) {
    return b == '>' || b == '/' || b == '<' || isSpace(b);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  static MalformedPlistException malformed() {
    return new MalformedPlistException("The bytes are not a well-formed property list.");
  }
}
