package io.pomona.enrollment.mydevice.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

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
        "<ol>\n<li>Open <code>Terminal</code>\nand type<pre>sudo x</pre>\n</li>\n<li>Go on</li>\n</ol>\n",
        html("1. Open `Terminal`\n   and type\n   ```\n   sudo x\n   ```\n\n2. Go on\n"));
    assertEquals("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", html("- a\n- b\n"));
    assertEquals(
        "<ol>\n<li>a</li>\n</ol>\n<pre>x</pre>\n<ol start=\"2\">\n<li>b</li>\n</ol>\n",
        html("1. a\n\n```\nx\n```\n\n2. b\n"));
    assertEquals("Turn on", new Markdown("text\n# Turn on\n").title());
  }

  @Test
  public void leadsToPagesOfTheGuideAndTheWebOnly() {
    assertEquals(
        "<p><a href=\"/device/guide/update-macos\">so</a> or <a href=\"https://a.example/\">so</a></p>\n",
        html("[so](update-macos.md#now) or [so](https://a.example/)"));
    assertEquals("<p>so</p>\n", html("[so](javascript:alert)"));
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
