package io.pomona.enrollment.mydevice.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of Markdown as our own guide has: headings, paragraphs, lists, code, emphasis and links.
 * Anything else stays text.
 */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*)");
  private static final Pattern ITEM = Pattern.compile("(?:([-*])|(\\d{1,3})[.)]) +(.*)");
  private static final Pattern SPAN =
      Pattern.compile(
          "`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");

  private final List<String> lines;
  private int next;

  Markdown(String text) {
    lines = text.lines().toList();
  }

  /** The first heading. */
  String title() {
    return lines.stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> heading.group(2))
        .findFirst()
        .orElse("Guide");
  }

  Html html() {
    Html all = Html.EMPTY;
    for (next = 0; next < lines.size(); ) {
      all = all.and(block());
    }
    return all;
  }

  private Html block() {
    String line = lines.get(next).strip();
    Matcher heading = HEADING.matcher(line);
    if (line.isEmpty()) {
      next++;
      return Html.EMPTY;
    }
    if (heading.matches()) {
      next++;
      Html level = Html.text("h" + heading.group(1).length());
      return Html.of("<%s>%s</%s>\n", level, spans(heading.group(2)), level);
    }
    if (line.startsWith("```")) {
      return code();
    }
    return ITEM.matcher(line).matches() ? list() : paragraph();
  }

  private Html code() {
    List<String> code = new ArrayList<>();
    for (next++; next < lines.size() && !lines.get(next).strip().startsWith("```"); next++) {
      code.add(lines.get(next));
    }
    next++;
    return Html.of("<pre>%s</pre>\n", String.join("\n", code).stripIndent());
  }

  private Html paragraph() {
    List<String> text = new ArrayList<>();
    while (next < lines.size() && (text.isEmpty() || !beginsBlock(lines.get(next)))) {
      text.add(lines.get(next++).strip());
    }
    return Html.of("<p>%s</p>\n", spans(String.join("\n", text)));
  }

  private static boolean beginsBlock(String line) {
    String text = line.strip();
    return text.isEmpty()
        || text.startsWith("```")
        || HEADING.matcher(text).matches()
        || ITEM.matcher(text).matches();
  }

  private Html list() {
    Matcher first = ITEM.matcher(lines.get(next).strip());
    boolean numbered = first.matches() && first.group(2) != null;
    Html kind = Html.text(numbered ? "ol" : "ul");
    // A list goes on behind code that stands between two of its items.
    Html start =
        numbered && !first.group(2).equals("1")
            ? Html.of(" start=\"%s\"", first.group(2))
            : Html.EMPTY;
    Html items = Html.EMPTY;
    while (next < lines.size()) {
      Matcher item = ITEM.matcher(lines.get(next).strip());
      if (!item.matches()) {
        break;
      }
      next++;
      items = items.and(Html.of("<li>%s</li>\n", item(item.group(3))));
      skipEmptyBeforeItem();
    }
    return Html.of("<%s%s>\n%s</%s>\n", kind, start, items, kind);
  }

  /** With what is indented below it: further lines of its text, and code. */
  private Html item(String text) {
    StringBuilder words = new StringBuilder(text);
    Html below = Html.EMPTY;
    while (next < lines.size() && lines.get(next).startsWith("  ")) {
      String line = lines.get(next).strip();
      if (line.startsWith("```")) {
        below = below.and(code());
      } else if (ITEM.matcher(line).matches()) {
        break;
      } else {
        words.append('\n').append(line);
        next++;
      }
    }
    return spans(words.toString()).and(below);
  }

  private void skipEmptyBeforeItem() {
    int after = next;
    while (after < lines.size() && lines.get(after).isBlank()) {
      after++;
    }
    boolean more = after < lines.size() && ITEM.matcher(lines.get(after).strip()).matches();
    next = more ? after : next;
  }

  private static Html spans(String text) {
    Html all = Html.EMPTY;
    int from = 0;
    Matcher span = SPAN.matcher(text);
    while (span.find()) {
      all = all.and(Html.text(text.substring(from, span.start()))).and(span(span));
      from = span.end();
    }
    return all.and(Html.text(text.substring(from)));
  }

  private static Html span(Matcher span) {
    if (span.group(1) != null) {
      return Html.of("<code>%s</code>", span.group(1));
    }
    if (span.group(2) != null) {
      return Html.of("<strong>%s</strong>", span.group(2));
    }
    return span.group(3) != null
        ? Html.of("<em>%s</em>", span.group(3))
        : link(span.group(4), span.group(5));
  }

  /** To pages of the guide and of the web; anything else is its text only. */
  private static Html link(String text, String target) {
    String page = target.replaceFirst("^(?:\\./)?([a-z0-9-]+)\\.md(#.*)?$", "/device/guide/$1");
    boolean safe = page.startsWith("/device/") || page.startsWith("https://");
    return safe ? Html.of("<a href=\"%s\">%s</a>", page, text) : Html.text(text);
  }
}
