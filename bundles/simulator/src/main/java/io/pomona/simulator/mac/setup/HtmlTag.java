package io.pomona.simulator.mac.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of a page, as much of it as a web view of this size needs.
 *
 * @param content between the tags, where there is an end tag
 */
record HtmlTag(String name, Map<String, String> attributes, String content) {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

  static List<HtmlTag> all(String html, String name) {
    Pattern pattern =
        Pattern.compile(
            "<" + name + "((?:\\s[^>]*)?)>(?:(.*?)</" + name + "\\s*>)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    return found(pattern.matcher(html), name);
  }

  /** Elements without content. */
  static List<HtmlTag> empty(String html, String name) {
    Pattern pattern = Pattern.compile("<" + name + "(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
    return found(pattern.matcher(html), name);
  }

  private static List<HtmlTag> found(Matcher matcher, String name) {
    List<HtmlTag> tags = new ArrayList<>();
    while (matcher.find()) {
      String attributes = Optional.ofNullable(matcher.group(1)).orElse("");
      String content = matcher.groupCount() < 2 ? "" : matcher.group(2);
      tags.add(new HtmlTag(name, attributes(attributes), Optional.ofNullable(content).orElse("")));
    }
    return tags;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      String value = "";
      for (int group = 2; group <= 4; group++) {
        value = matcher.group(group) == null ? value : matcher.group(group);
      }
      attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), unescaped(value));
    }
    return attributes;
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  String text() {
    return unescaped(content.replaceAll("<[^>]*>", " ").strip());
  }

  private static String unescaped(String text) {
    Matcher numbers = Pattern.compile("&#(x?)([0-9a-fA-F]+);").matcher(text);
    String named =
        numbers.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString(
                        Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
    return named
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
