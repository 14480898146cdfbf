package io.pomona.simulator.apple.abm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server that speaks to ABM, as small as can be. */
final class AbmClient {

  record Answer(int status, String text, Map<String, List<String>> headers) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(text);
    }
  }

  final Map<String, String> headers = new HashMap<>();
  private final URI base;
  private final ServerToken token;
  private final HttpClient http;
  Instant now = Instant.now();
  String nonce = "";

  AbmClient(VirtualAbm abm, ServerToken token) {
    this.base = abm.url();
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .sslContext(Trust.roots(Certificates.parsePem(abm.rootPem())))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    headers.put("User-Agent", "test/1");
    headers.put("Content-Type", "application/json;charset=UTF8");
    headers.put("X-Server-Protocol-Version", "3");
  }

  AbmClient loggedIn() throws IOException {
    Answer answer = session();
    headers.put("X-ADM-Auth-Session", answer.json().path("auth_session_token").asText());
    return this;
  }

  Answer session() throws IOException {
    headers.put("Authorization", authorization(base + "/session"));
    try {
      return send("GET", "/session", "");
    } finally {
      headers.remove("Authorization");
    }
  }

  private String authorization(String address) {
    Map<String, String> signed = new TreeMap<>();
    signed.put("oauth_consumer_key", token.consumerKey());
    signed.put("oauth_token", token.accessToken());
    signed.put("oauth_signature_method", "HMAC-SHA1");
    signed.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
    signed.put("oauth_nonce", nonce.isEmpty() ? UUID.randomUUID().toString() : nonce);
    signed.put("oauth_version", "1.0");
    List<String> pairs = new ArrayList<>();
    signed.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    String text = "GET&" + encoded(address) + "&" + encoded(String.join("&", pairs));
    signed.put("oauth_signature", hmac(text));
    signed.put("realm", "ADM");
    List<String> parts = new ArrayList<>();
    signed.forEach((name, value) -> parts.add(name + "=\"" + encoded(value) + "\""));
    return "OAuth " + String.join(", ", parts);
  }

  private String hmac(String text) {
    try {
      String key = encoded(token.consumerSecret()) + "&" + encoded(token.accessSecret());
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** With single quotes, for the reader's sake. */
  Answer send(String method, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(reply.statusCode(), reply.body(), reply.headers().map());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  JsonNode post(String path, String body) throws IOException {
    return send("POST", path, body).json();
  }
}
