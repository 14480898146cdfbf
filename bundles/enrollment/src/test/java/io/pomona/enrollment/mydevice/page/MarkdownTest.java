package io.pomona.enrollment.mydevice.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class MarkdownTest {
  private static String html(String text) {
    return new Markdown(text).html().markup();
  }

  @Test
  public void knowsWhatTheGuideIsWrittenIn() {
    assertEquals(
        "<h1>Turn on <strong>MDM</strong></h1>\n<p>One\ntwo.</p>\n",
        html("# Turn on **MDM**\n\nOne\ntwo.\n"));
    assertEquals(
        "<ol>\n<li>\n<p>Open <code>Terminal</code>\nand type</p>\n<pre><code>sudo x\n</code></pre>\n</li>\n"
            + "<li>\n<p>Go on</p>\n</li>\n</ol>\n",
        html("1. Open `Terminal`\n   and type\n   ```\n   sudo x\n   ```\n\n2. Go on\n"));
    assertEquals("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", html("- a\n- b\n"));
    assertEquals(
        "<ol>\n<li>a</li>\n</ol>\n<pre><code>x\n</code></pre>\n<ol start=\"2\">\n<li>b</li>\n</ol>\n",
        html("1. a\n\n```\nx\n```\n\n2. b\n"));
    assertEquals("Turn on MDM", new Markdown("text\n# Turn on **MDM**\n").title());
  }

  @Test
  public void leadsToPagesOfTheGuideAndTheWebOnly() {
    assertEquals(
        "<p><a rel=\"nofollow\" href=\"/device/guide/update-macos\">so</a> or"
            + " <a rel=\"nofollow\" href=\"https://a.example/\">so</a></p>\n",
        html("[so](update-macos.md#now) or [so](https://a.example/)"));
    for (String target : List.of("javascript:alert(1)", "//a.example/x", "data:text/html,x")) {
      assertEquals("<p><a rel=\"nofollow\" href=\"\">so</a></p>\n", html("[so](" + target + ")"));
    }
    assertFalse(html("![x](https://a.example/x.png)").contains("a.example"));
  }

  @Test
  public void markupIsText() {
    assertFalse(
        html("# <img src=x>\n<script>alert(1)</script>\n- `<b>`")
            .matches("(?s).*<(img|script|b)>.*"));
  }

  @Test
  public void aPageThatIsNotThereIsNone() {
    assertEquals(Optional.empty(), GuidePages.find("no-such-page"));
    assertEquals(Optional.empty(), GuidePages.find("../mydevice/style"));
  }
}
