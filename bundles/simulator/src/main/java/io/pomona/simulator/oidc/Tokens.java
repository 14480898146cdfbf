package io.pomona.simulator.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** ID tokens, good and bad. */
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  static String write(SigningKey key, Map<String, Object> honest, Forgery forgery) {
    Map<String, Object> claims = forgery.claims().apply(honest);
    return switch (forgery.seal()) {
      case HONEST -> signed(key, header("RS256", key), claims);
      case NONE -> text(header("none", key), claims) + ".";
      case NONE_BUT_SIGNED -> {
        String text = text(header("none", key), claims);
        yield text + "." + base64(key.sign(ascii(text)));
      }
      case EMPTY -> text(header("RS256", key), claims) + ".";
      case PUBLIC_KEY_AS_SECRET -> {
        String text = text(header("HS256", key), claims);
        yield text + "." + base64(key.hmacWithPublicKey(ascii(text)));
      }
      case OTHER_KEY -> signed(SigningKey.fresh(key.id()), header("RS256", key), claims);
      case KEY_IN_HEADER -> {
        SigningKey own = SigningKey.fresh("mine");
        Map<String, Object> header = header("RS256", own);
        header.put("jwk", own.jwk());
        yield signed(own, header, claims);
      }
      case ALTERED -> {
        String token = signed(key, header("RS256", key), claims);
        Map<String, Object> other = new LinkedHashMap<>(claims);
        other.put("email", "admin@example.com");
        yield text(header("RS256", key), other) + token.substring(token.lastIndexOf('.'));
      }
    };
  }

  private static Map<String, Object> header(String algorithm, SigningKey key) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    header.put("kid", key.id());
    return header;
  }

  private static String signed(
      SigningKey key, Map<String, Object> header, Map<String, Object> claims) {
    String text = text(header, claims);
    return text + "." + base64(key.sign(ascii(text)));
  }

  private static String text(Map<String, Object> header, Map<String, Object> claims) {
    return base64(json(header)) + "." + base64(json(claims));
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
