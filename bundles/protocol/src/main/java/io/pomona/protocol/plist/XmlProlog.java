package io.pomona.protocol.plist;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at what precedes the root element, before an XML parser may act on any of it. */
final class XmlProlog {
  private static final int PROLOG = 64 * 1024;
  private static final Set<String> BYTE_ENCODINGS =
      Set.of("UTF-8", "US-ASCII", "ASCII", "ISO-8859-1");
  private static final Pattern ENCODING =
      Pattern.compile("\\A<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlProlog() {}

  /** Gives the offset at which an XML parser should start. */
  static int check(byte[] plist) {
    if (startsWith(plist, 0xFE, 0xFF)) {
      return checkText(plist, 0, StandardCharsets.UTF_16);
    }
    if (startsWith(plist, 0xFF, 0xFE)) {
      return checkText(plist, 0, StandardCharsets.UTF_16);
    }
    int start = startsWith(plist, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    while (start < plist.length && isSpace(plist[start])) {
      start++;
    }
    return checkText(plist, start, StandardCharsets.ISO_8859_1);
  }

  private static int checkText(byte[] plist, int start, Charset charset) {
    String text = new String(plist, start, Math.min(plist.length - start, PROLOG), charset);
    if (!text.startsWith("<")) {
      throw new MalformedPlistException("The bytes are neither an XML nor a binary property list.");
    }
    if (charset != StandardCharsets.UTF_16) {
      checkEncoding(text);
    }
    checkDoctype(text);
    return start;
  }

  private static void checkEncoding(String text) {
    Matcher declared = ENCODING.matcher(text);
    if (declared.find() && !BYTE_ENCODINGS.contains(declared.group(1).toUpperCase(Locale.ROOT))) {
      throw new MalformedPlistException(
          "The property list is in an encoding that is not accepted.");
    }
  }

  private static void checkDoctype(String text) {
    int at = 0;
    while (at < text.length()) {
      at = skipSpace(text, at);
      if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at + 4);
      } else if (text.startsWith("<!", at)) {
        at = afterDoctype(text, at);
      } else {
        return;
      }
    }
    throw new MalformedPlistException("The property list has no root element.");
  }

  private static int afterDoctype(String text, int at) {
    char quote = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        throw new MalformedPlistException(
            "The property list brings its own document type declarations; these are refused.");
      } else if (c == '>') {
        return i + 1;
      }
    }
    throw new MalformedPlistException("The document type of the property list does not end.");
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    if (at < 0) {
      throw new MalformedPlistException("The head of the property list does not end.");
    }
    return at + end.length();
  }

  private static int skipSpace(String text, int at) {
    int next = at;
    while (next < text.length() && (text.charAt(next) <= ' ' || text.charAt(next) == '\uFEFF')) {
      next++;
    }
    return next;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
