package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

/** The browser is this test: it goes where the command line says, and comes back. */
public class BrowserLoginTest {
  private static final String OFFERED = "{\"settings\":{\"sso_enabled\":true,\"idp_name\":\"ID\"}}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final FakeServer server = new FakeServer();
  private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
  private final StringWriter err = new StringWriter();
  private Path config;

  @Before
  public void aServer() {
    config = folder.getRoot().toPath().resolve("config");
    server
        .on("GET /api/v1/sso", 200, OFFERED)
        .on(
            "POST /api/v1/sso/token",
            200,
            "{\"token\":\"t0k3n\",\"user\":{\"email\":\"ada@example.com\"}}");
  }

  @After
  public void close() {
    server.close();
  }

  private CompletableFuture<Integer> login() {
    CommandLine line = Pomonactl.commandLine();
    PrintWriter out =
        new PrintWriter(new StringWriter()) {
          @Override
          public void println(String text) {
            printed.add(text);
          }
        };
    line.setOut(out).setErr(new PrintWriter(err, true));
    return CompletableFuture.supplyAsync(
        () ->
            line.execute(
                "login",
                "--sso",
                "--no-browser",
                "--address=" + server.address(),
                "--config=" + config));
  }

  private String parameter(String name) throws InterruptedException {
    String shown = printed.peek() == null ? printed.poll(10, TimeUnit.SECONDS) : printed.peek();
    printed.offer(shown);
    Matcher found = Pattern.compile("[?&]" + name + "=([^&\\s]+)").matcher(shown);
    assertTrue(shown, found.find());
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  private int visit(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  public void theCodeOfTheBrowserBecomesAToken() throws Exception {
    CompletableFuture<Integer> ended = login();
    String back = parameter("redirect_uri");
    String challenge = parameter("code_challenge");
    assertTrue(back, back.matches("http://127\\.0\\.0\\.1:[0-9]+/[A-Za-z0-9_-]{43}"));
    assertEquals(404, visit(back.replaceAll("/[^/]*$", "/?code=forged")));
    assertEquals(200, visit(back + "?code=c0d3"));
    assertEquals(err.toString(), 0, (int) ended.get(20, TimeUnit.SECONDS));
    String redeemed = server.requests().get(1);
    assertTrue(redeemed, redeemed.contains("\"code\":\"c0d3\""));
    String verifier = redeemed.replaceAll(".*\"verifier\":\"([^\"]+)\".*", "$1");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    assertEquals(challenge, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    String kept = Files.readString(config);
    assertTrue(kept, kept.contains("t0k3n") && kept.contains("ada@example.com"));
    assertFalse(kept, kept.contains(verifier));
  }

  @Test
  public void aRefusalIsSaidInTheServersWords() throws Exception {
    CompletableFuture<Integer> ended = login();
    assertEquals(200, visit(parameter("redirect_uri") + "?error=You+have+no+account+here."));
    assertEquals(3, (int) ended.get(20, TimeUnit.SECONDS));
    assertTrue(err.toString(), err.toString().contains("Error: You have no account here."));
  }

  @Test
  public void aServerWithoutSsoIsSaidAtOnce() throws Exception {
    server.on("GET /api/v1/sso", 200, OFFERED.replace("true", "false"));
    assertEquals(3, (int) login().get(20, TimeUnit.SECONDS));
    assertTrue(err.toString(), err.toString().contains("no single sign-on"));
  }
}
