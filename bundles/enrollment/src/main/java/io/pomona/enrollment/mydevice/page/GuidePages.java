package io.pomona.enrollment.mydevice.page;

import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages of docs/guide, as they were when this was built. */
public final class GuidePages {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  private GuidePages() {}

  /** Empty when there is none of this name. */
  public static Optional<String> find(String name) {
    return NAME.matcher(name).matches()
        ? read(name + ".md").map(GuidePages::html)
        : Optional.empty();
  }

  private static String html(String text) {
    Markdown page = new Markdown(text);
    return Html.page(page.title(), EndUserResource.STYLE, page.html());
  }

  private static Optional<String> read(String file) {
    try (InputStream page =
        GuidePages.class.getResourceAsStream("/io/pomona/enrollment/guide/" + file)) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
