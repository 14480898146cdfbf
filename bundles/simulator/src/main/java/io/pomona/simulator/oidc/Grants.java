package io.pomona.simulator.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that were given out: each good once, and only for who has begun. */
final class Grants {
  record Grant(VirtualPerson person, String redirect, String challenge, String nonce) {}

  private final Map<String, Grant> byCode = new ConcurrentHashMap<>();

  String issue(Grant grant) {
    String code = UUID.randomUUID().toString();
    byCode.put(code, grant);
    return code;
  }

  Optional<Grant> redeem(String code, String redirect, String verifier) {
    return Optional.ofNullable(byCode.remove(code))
        .filter(grant -> grant.redirect().equals(redirect))
        .filter(grant -> grant.challenge().equals(challenge(verifier)));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
