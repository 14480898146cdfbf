package io.pomona.simulator.apple.abm;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The credentials of an MDM server: OAuth 1 keys and when they end. */
public record ServerToken(
    String consumerKey,
    String consumerSecret,
    String accessToken,
    String accessSecret,
    Instant expiry) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration YEAR = Duration.ofDays(365);

  static ServerToken fresh(Instant now) {
    return new ServerToken(
        random("CK_"), random("CS_"), random("AT_"), random("AS_"), now.plus(YEAR));
  }

  /** Of the same server: its consumer key stays, the access is new. */
  ServerToken renewed(Instant now) {
    return new ServerToken(
        consumerKey, consumerSecret, random("AT_"), random("AS_"), now.plus(YEAR));
  }

  private static String random(String prefix) {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }

  /** The members that the token file names. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("consumer_key", consumerKey);
    members.put("consumer_secret", consumerSecret);
    members.put("access_token", accessToken);
    members.put("access_secret", accessSecret);
    members.put("access_token_expiry", AbmDevice.text(expiry));
    return members;
  }

  static ServerToken restored(AbmDocument members) {
    return new ServerToken(
        members.text("consumer_key").orElseThrow(),
        members.text("consumer_secret").orElseThrow(),
        members.text("access_token").orElseThrow(),
        members.text("access_secret").orElseThrow(),
        members.time("access_token_expiry").orElseThrow());
  }

  @Override
  public String toString() {
    return "ServerToken[" + consumerKey + "]";
  }
}
