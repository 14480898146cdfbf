package io.pomona.api.rest;

import java.util.Objects;

/**
 * Text of a page that is markup already, of ours. Whatever else goes into a page is escaped, within
 * text as well as within quoted attributes.
 */
public record Html(String markup) {
  public static final Html EMPTY = new Html("");

  /** The text itself. */
  public static Html text(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
  }

  /**
   * Markup of ours with a value at each {@code %s}.
   *
   * @param template never anything that came from outside
   */
  public static Html of(String template, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = values[i] instanceof Html html ? html.markup : text(shown(values[i])).markup;
    }
    return new Html(template.formatted(safe));
  }

  private static String shown(Object value) {
    return Objects.toString(value, "");
  }

  public Html and(Html more) {
    return new Html(markup + more.markup);
  }

  /**
   * A whole page, without scripts and with nothing inline.
   *
   * @param style the path of its style sheet
   */
  public static String page(String title, String style, Html content) {
    return of(
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="%s">
            <title>%s</title></head>
            <body><main>
            %s</main></body>
            </html>
            """,
            style, title, content)
        .markup;
  }
}
