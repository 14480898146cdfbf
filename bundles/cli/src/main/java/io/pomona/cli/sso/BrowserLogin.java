package io.pomona.cli.sso;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Logs in by the organization's provider, in the browser of whoever sits here. */
public final class BrowserLogin {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Server server;
  private final PrintWriter out;

  public BrowserLogin(Server server, PrintWriter out) {
    this.server = server;
    this.out = out;
  }

  /**
   * The server's answer, with the token and whose it is.
   *
   * @param opens whether a browser is to be opened
   */
  public JsonNode run(boolean opens) {
    requireOffered();
    Proof proof = Proof.random();
    try (Listener listener = new Listener()) {
      URI address = server.at("/sso/login?" + query(listener, proof));
      out.println("Log in in a browser on this machine:\n\n  " + address + "\n");
      out.flush();
      if (opens) {
        Browser.open(address);
      }
      String code = listener.await(PATIENCE);
      return server.post("/sso/token", Map.of("code", code, "verifier", proof.verifier()));
    }
  }

  private void requireOffered() {
    if (!server.get("/sso").at("/settings/sso_enabled").asBoolean()) {
      throw new Failure(
          Failure.Kind.LOGIN, "This server has no single sign-on: log in with --email YOU");
    }
  }

  private static String query(Listener listener, Proof proof) {
    String back = URLEncoder.encode(listener.address().toString(), StandardCharsets.UTF_8);
    return "redirect_uri=" + back + "&code_challenge=" + proof.challenge();
  }
}
