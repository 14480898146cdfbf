package io.pomona.protocol.checkin;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;

/** The bodies of those answers that have one; all others are 200 with an empty body. */
public final class CheckInAnswers {
  private CheckInAnswers() {}

  /** To {@link GetBootstrapToken}. */
  public static byte[] bootstrapToken(byte[] token) {
    return single("BootstrapToken", token);
  }

  /** To the first {@link UserAuthenticate}; an empty text asks for no digest. */
  public static byte[] digestChallenge(String challenge) {
    return single("DigestChallenge", challenge);
  }

  /** To the second {@link UserAuthenticate}; an empty text means a wrong password. */
  public static byte[] authToken(String token) {
    return single("AuthToken", token);
  }

  /** To {@link GetToken}. */
  public static byte[] token(byte[] tokenData) {
    return single("TokenData", tokenData);
  }

  private static byte[] single(String key, Object value) {
    return PlistWriter.write(PlistDict.builder().put(key, value).build());
  }
}
