package io.pomona.simulator.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.After;
import org.junit.Test;

/** The virtual provider keeps its own rules. */
public class VirtualProviderTest {
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

  private final VirtualProvider provider =
      VirtualProvider.http().arrives(new VirtualPerson("ada-1", "ada@example.com", "Ada"));
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @After
  public void close() {
    provider.close();
  }

  @Test
  public void aCodeGivesATokenOnceAndOnlyToWhoHasBegun() throws Exception {
    assertEquals(400, redeem(code(), "of somebody else").statusCode());
    String code = code();
    HttpResponse<String> answer = redeem(code, VERIFIER);
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals(400, redeem(code, VERIFIER).statusCode());
  }

  @Test
  public void anHonestTokenIsSignedByThePublishedKeyAndNoOtherIs() throws Exception {
    assertTrue(isSigned(token()));
    for (Forgery.Seal seal : Forgery.Seal.values()) {
      if (seal != Forgery.Seal.HONEST && seal != Forgery.Seal.NONE_BUT_SIGNED) {
        provider.forge(Forgery.of(seal));
        assertFalse(seal.name(), isSigned(token()));
      }
    }
  }

  @Test
  public void aRolledKeyIsPublishedAlone() throws Exception {
    String before = token();
    provider.rollKey();
    assertFalse(isSigned(before));
    assertTrue(isSigned(token()));
  }

  private String token() throws Exception {
    return json.readTree(redeem(code(), VERIFIER).body()).get("id_token").asText();
  }

  private boolean isSigned(String token) throws Exception {
    String[] parts = token.split("\\.", -1);
    JsonNode jwk = json.readTree(get("/keys").body()).get("keys").get(0);
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e"))));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    byte[] sealed = BASE64.decode(parts[2]);
    return sealed.length == 256 && signature.verify(sealed);
  }

  private static BigInteger number(JsonNode text) {
    return new BigInteger(1, BASE64.decode(text.asText()));
  }

  private String code() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    String location =
        get("/authorize?response_type=code&client_id="
                + VirtualProvider.CLIENT
                + "&scope=openid&state=s&nonce=n&code_challenge_method=S256&code_challenge="
                + challenge
                + "&redirect_uri=http://localhost/back")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return location.replaceAll(".*[?&]code=|&.*", "");
  }

  private HttpResponse<String> redeem(String code, String verifier) throws Exception {
    String both =
        VirtualProvider.CLIENT
            + ":"
            + URLEncoder.encode(VirtualProvider.SECRET, StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    String form =
        "grant_type=authorization_code&redirect_uri=http://localhost/back&code="
            + code
            + "&code_verifier="
            + URLEncoder.encode(verifier, StandardCharsets.UTF_8);
    return send(
        request("/token")
            .header("Authorization", "Basic " + basic)
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(provider.issuer() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
