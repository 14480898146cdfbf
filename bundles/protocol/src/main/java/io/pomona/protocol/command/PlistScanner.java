package io.pomona.protocol.command;

import io.pomona.protocol.command.XmlBytes.Tag;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks an XML property list once, from front to back, without building anything. Depth and number
 * of values are limited as in {@link PlistReader}.
 */
final class PlistScanner {
  private static final int HEAD = 200;
  private static final Pattern ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private final XmlBytes xml;
  private final int[] open = new int[2 * (PlistReader.MAX_DEPTH + 4)];
  private int depth;
  private int nodes;
  private boolean emptyContainer;
  private String key = "";

  PlistScanner(byte[] plist) {
    this.xml = new XmlBytes(plist);
  }

  /** Whether these bytes look like XML in UTF-8; all else is for {@link PlistReader}. */
  static boolean canScan(byte[] plist) {
    String head = new String(plist, 0, Math.min(plist.length, HEAD), StandardCharsets.ISO_8859_1);
    String text = (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).strip();
    if (!text.startsWith("<")) {
      return false;
    }
    int end = text.startsWith("<?xml") ? text.indexOf("?>") : 0;
    if (end < 0) {
      return false;
    }
    Matcher declared = ENCODING.matcher(text.substring(0, end));
    return !declared.find() || declared.group(1).toUpperCase(Locale.ROOT).equals("UTF-8");
  }

  void enterRoot() {
    xml.skipMisc();
    xml.skipDoctype();
    xml.skipMisc();
    if (xml.tag() != Tag.OPEN || !xml.nameIs("plist")) {
      throw XmlBytes.malformed();
    }
    push();
    if (!enterDict()) {
      throw new MalformedPlistException("The root of the property list is not a dictionary.");
    }
  }

  /** After the root dictionary: nothing else may follow. */
  void leaveRoot() {
    xml.skipMisc();
    if (xml.tag() != Tag.CLOSE) {
      throw XmlBytes.malformed();
    }
    pop();
    xml.skipMisc();
    if (!xml.atEnd()) {
      throw XmlBytes.malformed();
    }
  }

  /** Goes to the next key of the dictionary, or leaves the dictionary. */
  boolean nextKey() {
    if (leftEmpty()) {
      return false;
    }
    xml.skipMisc();
    Tag tag = xml.tag();
    if (tag == Tag.CLOSE) {
      pop();
      return false;
    }
    if (!xml.nameIs("key")) {
      throw XmlBytes.malformed();
    }
    key = tag == Tag.EMPTY ? "" : text();
    return true;
  }

  String key() {
    return key;
  }

  /** Whether the array goes on; otherwise it is left. */
  boolean nextElement() {
    if (leftEmpty()) {
      return false;
    }
    xml.skipMisc();
    if (!xml.atCloseTag()) {
      return true;
    }
    xml.tag();
    pop();
    return false;
  }

  private boolean leftEmpty() {
    boolean left = emptyContainer;
    emptyContainer = false;
    return left;
  }

  /** Enters the value if it is a dictionary, steps over it if not. */
  boolean enterDict() {
    return enter("dict");
  }

  /** Enters the value if it is an array, steps over it if not. */
  boolean enterArray() {
    return enter("array");
  }

  private boolean enter(String container) {
    Tag tag = valueTag();
    if (!xml.nameIs(container)) {
      skipRest(tag);
      return false;
    }
    emptyContainer = tag == Tag.EMPTY;
    if (tag == Tag.OPEN) {
      push();
    }
    return true;
  }

  /** The value if it is a string; steps over it in any case. */
  Optional<String> stringValue() {
    Tag tag = valueTag();
    if (!xml.nameIs("string")) {
      skipRest(tag);
      return Optional.empty();
    }
    return Optional.of(tag == Tag.EMPTY ? "" : text());
  }

  /** The value if it is an integer; steps over it in any case. */
  Optional<Long> integerValue() {
    Tag tag = valueTag();
    if (tag == Tag.EMPTY || !xml.nameIs("integer")) {
      skipRest(tag);
      return Optional.empty();
    }
    try {
      return Optional.of(number(text().strip()));
    } catch (NumberFormatException e) {
      throw XmlBytes.malformed();
    }
  }

  private static long number(String text) {
    return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
  }

  void skipValue() {
    skipRest(valueTag());
  }

  private Tag valueTag() {
    xml.skipMisc();
    Tag tag = xml.tag();
    if (tag == Tag.CLOSE || xml.nameIs("key")) {
      throw XmlBytes.malformed();
    }
    count();
    return tag;
  }

  private String text() {
    push();
    String text = xml.text();
    if (xml.tag() != Tag.CLOSE) {
      throw XmlBytes.malformed();
    }
    pop();
    return text;
  }

  private void skipRest(Tag first) {
    int outside = depth;
    if (first == Tag.OPEN) {
      push();
    }
    while (depth > outside) {
      xml.skipToTag();
      Tag tag = xml.tag();
      if (tag == Tag.CLOSE) {
        pop();
      } else {
        count();
        if (tag == Tag.OPEN) {
          push();
        }
      }
    }
  }

  private void push() {
    if (2 * depth == open.length) {
      throw new MalformedPlistException(
          "The property list is nested deeper than " + PlistReader.MAX_DEPTH + " levels.");
    }
    open[2 * depth] = xml.nameFrom();
    open[2 * depth + 1] = xml.nameTo();
    depth++;
  }

  private void pop() {
    depth--;
    if (depth < 0 || !xml.nameIs(open[2 * depth], open[2 * depth + 1])) {
      throw XmlBytes.malformed();
    }
  }

  private void count() {
    if (!xml.nameIs("key") && ++nodes > PlistReader.MAX_NODES) {
      throw new MalformedPlistException(
          "The property list has more than " + PlistReader.MAX_NODES + " values.");
    }
  }
}
