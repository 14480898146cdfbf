package io.pomona.console;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.Permission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.servlet.ServletException;
import org.junit.Test;

public class ConsoleServletTest {
  private static final Pattern ASSET =
      Pattern.compile("\"/console(/assets/index-[^\"]+\\.(?:js|css))\"");
  private static final Pattern FONT = Pattern.compile("([A-Za-z0-9_-]+\\.woff2)");
  private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip, deflate, br");

  private final ConsolePages pages = new ConsolePages();
  private final ConsoleServlet console = new ConsoleServlet(pages);

  private FakeExchange get(String path, Map<String, String> headers) throws IOException {
    return ask("GET", path, headers);
  }

  private FakeExchange ask(String method, String path, Map<String, String> headers)
      throws IOException {
    FakeExchange exchange = new FakeExchange(method, path, headers);
    try {
      console.service(exchange.request(), exchange.response());
    } catch (ServletException e) {
      throw new AssertionError(e);
    }
    return exchange;
  }

  /** The style sheet and script of the console's page. */
  private List<String> assets() throws IOException {
    Matcher assets = ASSET.matcher(get("/", Map.of()).body.toString());
    return assets.results().map(found -> found.group(1)).toList();
  }

  @Test
  public void eachAnswerHasThePolicyEvenWhereThereIsNothing() throws IOException {
    for (String path : new String[] {"/", "/hosts/1", "/assets/gone.js", "/pages/gone.js"}) {
      Map<String, String> headers = get(path, Map.of()).headers;
      String policy = headers.get("Content-Security-Policy");
      assertTrue(path, policy.contains("default-src 'none'; script-src 'self'"));
      assertTrue(path, policy.contains("frame-ancestors 'none'"));
      assertFalse(path, policy.contains("unsafe"));
      assertEquals("nosniff", headers.get("X-Content-Type-Options"));
      assertEquals("DENY", headers.get("X-Frame-Options"));
      assertEquals("same-origin", headers.get("Cross-Origin-Opener-Policy"));
    }
    assertEquals(404, get("/assets/gone.js", Map.of()).status);
  }

  @Test
  public void whatABrowserHasIsNotSentAgain() throws IOException {
    FakeExchange first = get("/", Map.of());
    assertEquals("no-cache", first.headers.get("Cache-Control"));
    assertTrue(first.body.size() > 100);

    FakeExchange again = get("/hosts", Map.of("If-None-Match", first.headers.get("ETag")));
    assertEquals(304, again.status);
    assertEquals(0, again.body.size());
  }

  @Test
  public void whoCanReadItIsSentLessOfTheSame() throws IOException {
    assertTrue(assets().toString(), assets().size() == 2);
    for (String asset : assets()) {
      FakeExchange plain = get(asset, Map.of());
      FakeExchange small = get(asset, GZIP);

      assertEquals("gzip", small.headers.get("Content-Encoding"));
      assertNull(plain.headers.get("Content-Encoding"));
      assertTrue(asset, 2 * small.body.size() < plain.body.size());
      assertArrayEquals(plain.body.toByteArray(), unzipped(small));
      for (FakeExchange each : List.of(plain, small)) {
        assertEquals("Accept-Encoding", each.headers.get("Vary"));
        assertEquals("" + each.body.size(), each.headers.get("Content-Length"));
        assertTrue(each.headers.get("Cache-Control").contains("immutable"));
      }
      assertEquals(plain.headers.get("Content-Type"), small.headers.get("Content-Type"));
    }
  }

  @Test
  public void eachEncodingHasATagOfItsOwn() throws IOException {
    String small = get("/", GZIP).headers.get("ETag");
    assertNotEquals(small, get("/", Map.of()).headers.get("ETag"));

    FakeExchange again = get("/", Map.of("Accept-Encoding", "gzip", "If-None-Match", small));
    assertEquals(304, again.status);
    assertEquals(small, again.headers.get("ETag"));
    assertEquals("Accept-Encoding", again.headers.get("Vary"));
    assertNull(again.headers.get("Content-Encoding"));
    assertEquals(200, get("/", Map.of("If-None-Match", small)).status);
  }

  @Test
  public void aQuestionForTheHeadHasTheSameHeadersAndNoBody() throws IOException {
    for (Map<String, String> headers : List.of(GZIP, Map.<String, String>of())) {
      FakeExchange head = ask("HEAD", "/", headers);
      assertEquals(get("/", headers).headers, head.headers);
      assertEquals(0, head.body.size());
    }
  }

  @Test
  public void partsAreNotServedButTheWhole() throws IOException {
    FakeExchange part = get("/", Map.of("Range", "bytes=0-9"));
    assertEquals(200, part.status);
    assertEquals(get("/", Map.of()).body.toString(), part.body.toString());
  }

  @Test
  public void fontsGoAsTheyAre() throws IOException {
    String font = FONT.matcher(styles()).results().findFirst().orElseThrow().group(1);
    FakeExchange answer = get("/assets/" + font, GZIP);
    assertNull(answer.headers.get("Content-Encoding"));
    assertNull(answer.headers.get("Vary"));
    assertEquals("font/woff2", answer.headers.get("Content-Type"));
  }

  private String styles() throws IOException {
    StringBuilder styles = new StringBuilder();
    for (String asset : assets()) {
      styles.append(get(asset, Map.of()).body);
    }
    return styles.toString();
  }

  private static byte[] unzipped(FakeExchange exchange) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(exchange.body.toByteArray());
    try (GZIPInputStream gzip = new GZIPInputStream(in)) {
      return gzip.readAllBytes();
    }
  }

  @Test
  public void theModuleOfAnAddedPageIsAScriptOfThisServer() throws IOException {
    pages.bindPage(new SamplePage("inventory", "Inventory", Permission.VIEW_HOSTS));
    FakeExchange module = get("/pages/inventory.js", Map.of());

    assertEquals("text/javascript;charset=utf-8", module.headers.get("Content-Type"));
    assertEquals("no-cache", module.headers.get("Cache-Control"));
    assertTrue(module.body.toString().contains("<svg"));
    assertEquals(404, get("/pages/other.js", Map.of()).status);
  }

  @Test
  public void theBareAddressLeadsToTheConsole() throws IOException {
    FakeExchange exchange = new FakeExchange("/", Map.of());
    new RootServlet().doGet(exchange.request(), exchange.response());
    assertEquals(302, exchange.status);
    assertEquals("/console/", exchange.headers.get("Location"));
  }
}
