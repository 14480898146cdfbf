package io.pomona.simulator.mac.setup;

import io.pomona.simulator.crypto.Trust;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The web view of Setup Assistant: tells the first page what the Mac is, keeps cookies, goes on
 * until a page is an enrollment profile. One visit each.
 */
final class SetupWebView {

  private static final int MOST_PAGES = 25;
  private static final String DEVICE = "x-apple-aspen-deviceinfo";

  private final HttpClient http;
  private final List<URI> seen = new ArrayList<>();

  SetupWebView(List<X509CertificateHolder> roots) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Trust.roots(roots))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** The profile at the end of the way. */
  byte[] visit(URI first, byte[] machineInfo, SetupPerson person) throws IOException {
    WebStep step = WebStep.get(first);
    String device = Base64.getEncoder().encodeToString(machineInfo);
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpResponse<byte[]> reply = send(step, page == 0 ? device : "");
      SetupAnswer answer = SetupAnswer.of(reply);
      if (answer.profile()) {
        return reply.body();
      }
      step = next(reply, answer, step.uri(), person);
    }
    throw new IOException("The web view went round in circles: " + seen);
  }

  /** Where it has been, in order. */
  List<URI> seen() {
    return seen;
  }

  private static WebStep next(
      HttpResponse<byte[]> reply, SetupAnswer answer, URI here, SetupPerson person)
      throws IOException {
    if (reply.statusCode() / 100 == 3) {
      String location =
          reply
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new IOException("A redirect without a location at " + here));
      return WebStep.get(here.resolve(location));
    }
    answer.require("The web page " + here.getPath());
    String html = new String(reply.body(), StandardCharsets.UTF_8);
    return new HtmlPage(here, html)
        .next(person)
        .orElseThrow(() -> new IOException("Nothing to press at " + here.getPath() + ": " + html));
  }

  private HttpResponse<byte[]> send(WebStep step, String device) throws IOException {
    seen.add(step.uri());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(step.uri())
            .timeout(Duration.ofSeconds(60))
            .header("User-Agent", "Mozilla/5.0 (Macintosh) AppleWebKit Setup Assistant");
    if (!device.isEmpty()) {
      request.header(DEVICE, device);
    }
    step.form()
        .ifPresent(
            form ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", origin(step.uri()))
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted in the web view");
    }
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
