package io.pomona.protocol.dep;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in a server token: the keys that sign calls by OAuth 1.0a. All but the first are secret.
 *
 * @param consumerKey Apple's name for the server; stays when the token is renewed
 */
public record ServerToken(
    String consumerKey,
    String consumerSecret,
    String accessToken,
    String accessSecret,
    Instant expiresAt) {

  /** As Apple writes it, so that {@link ServerTokenReader#read} takes it again. */
  public byte[] toJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("consumer_key", consumerKey);
    fields.put("consumer_secret", consumerSecret);
    fields.put("access_token", accessToken);
    fields.put("access_secret", accessSecret);
    fields.put("access_token_expiry", expiresAt.toString());
    return AppleJson.write(fields);
  }

  @Override
  public String toString() {
    return "ServerToken[" + consumerKey + "]";
  }
}
