package io.pomona.simulator.apple.abm;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Authorization header of OAuth 1.0a, RFC 5849. */
record OAuthHeader(Map<String, String> parameters) {

  private static final List<String> NEEDED =
      List.of(
          "oauth_consumer_key",
          "oauth_token",
          "oauth_signature_method",
          "oauth_signature",
          "oauth_timestamp",
          "oauth_nonce");

  /** Refuses with 400 what is not in the form of one. */
  static OAuthHeader of(String header) {
    if (!header.regionMatches(true, 0, "OAuth ", 0, 6)) {
      throw AbmRefusal.badRequest("BAD_REQUEST");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : header.substring(6).split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2) {
        parameters.put(pair[0], decoded(pair[1].replaceAll("^\"|\"$", "")));
      }
    }
    OAuthHeader read = new OAuthHeader(parameters);
    if (!read.proper()) {
      throw AbmRefusal.badRequest("BAD_REQUEST");
    }
    return read;
  }

  private boolean proper() {
    return parameters.keySet().containsAll(NEEDED)
        && text("oauth_signature_method").equals("HMAC-SHA1")
        && parameters.getOrDefault("oauth_version", "1.0").equals("1.0")
        && parameters.getOrDefault("realm", "ADM").equals("ADM")
        && text("oauth_timestamp").matches("[0-9]{1,12}");
  }

  private String text(String name) {
    return parameters.get(name);
  }

  String consumerKey() {
    return text("oauth_consumer_key");
  }

  String token() {
    return text("oauth_token");
  }

  String nonce() {
    return text("oauth_nonce");
  }

  Instant timestamp() {
    return Instant.ofEpochSecond(Long.parseLong(text("oauth_timestamp")));
  }

  boolean signedWith(ServerToken token, String method, URI uri) {
    byte[] expected = signature(token, baseString(method, uri));
    try {
      byte[] given = Base64.getDecoder().decode(text("oauth_signature"));
      return MessageDigest.isEqual(expected, given);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String baseString(String method, URI uri) {
    Map<String, String> signed = new TreeMap<>();
    parameters.forEach((name, value) -> signed.put(encoded(name), encoded(value)));
    signed.remove("realm");
    signed.remove("oauth_signature");
    Optional.ofNullable(uri.getRawQuery()).ifPresent(query -> addQuery(signed, query));
    List<String> pairs = new ArrayList<>();
    signed.forEach((name, value) -> pairs.add(name + "=" + value));
    String address = uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    return method + "&" + encoded(address) + "&" + encoded(String.join("&", pairs));
  }

  private static void addQuery(Map<String, String> signed, String query) {
    for (String part : query.split("&")) {
      String[] pair = part.split("=", 2);
      signed.put(encoded(decoded(pair[0])), pair.length == 1 ? "" : encoded(decoded(pair[1])));
    }
  }

  private static byte[] signature(ServerToken token, String baseString) {
    String key = encoded(token.consumerSecret()) + "&" + encoded(token.accessSecret());
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(baseString.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** As RFC 3986 says, which differs from a form's in three characters. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
