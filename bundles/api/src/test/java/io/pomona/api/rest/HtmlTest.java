package io.pomona.api.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class HtmlTest {
  private static final String HOSTILE = "</title><script>'x'</script>\" onload=\"y & Co";

  @Test
  public void valuesAreTextInTextAndInAttributes() {
    String page =
        Html.page(HOSTILE, "/style.css", Html.of("<p title=\"%s\">%s</p>", HOSTILE, HOSTILE));
    assertFalse(page, page.contains("<script"));
    assertFalse(page, page.contains("\" onload"));
    assertFalse(page, page.contains("'x'"));
    assertTrue(page, page.contains("<link rel=\"stylesheet\" href=\"/style.css\">"));
  }

  @Test
  public void markupOfOursStaysMarkup() {
    Html bold = Html.of("<b>%s</b>", "a & b");
    assertEquals("<p><b>a &amp; b</b> </p>", Html.of("<p>%s %s</p>", bold, Html.EMPTY).markup());
  }
}
