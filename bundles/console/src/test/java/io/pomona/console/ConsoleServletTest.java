package io.pomona.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.Permission;
import java.io.IOException;
import java.util.Map;
import org.junit.Test;

public class ConsoleServletTest {
  private final ConsolePages pages = new ConsolePages();

  private FakeExchange get(String path, Map<String, String> headers) throws IOException {
    FakeExchange exchange = new FakeExchange(path, headers);
    new ConsoleServlet(pages).doGet(exchange.request(), exchange.response());
    return exchange;
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
