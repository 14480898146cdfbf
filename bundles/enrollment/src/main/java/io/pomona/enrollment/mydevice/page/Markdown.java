package io.pomona.enrollment.mydevice.page;

import io.pomona.api.rest.Html;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A page of the guide. Markup within it is shown as text. */
final class Markdown {
  private static final Pattern OTHER_PAGE = Pattern.compile("^(?:\\./)?([a-z0-9-]+)\\.md(#.*)?$");

  private final Node page;

  Markdown(String text) {
    page = Parser.builder().build().parse(text);
  }

  /** The first heading. */
  String title() {
    StringBuilder title = new StringBuilder();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            if (title.isEmpty()) {
              title.append(TextContentRenderer.builder().build().render(heading));
            }
          }
        });
    return title.isEmpty() ? "Guide" : title.toString();
  }

  Html html() {
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new Links())
            .build();
    return new Html(renderer.render(page));
  }

  /** To pages of the guide and of the web; any other leads nowhere. */
  private static final class Links implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      String page = OTHER_PAGE.matcher(url).replaceFirst("/device/guide/$1");
      return page.startsWith("/device/") || page.startsWith("https://") ? page : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
