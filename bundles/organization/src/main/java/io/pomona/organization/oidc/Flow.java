package io.pomona.organization.oidc;

import io.pomona.api.Secret;
import io.pomona.organization.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one login: the state that goes over the provider, and what only the browser that
 * began has. All else is made of these two, so that no node has to keep it.
 */
record Flow(Secret state, Secret browser) {
  static Flow random() {
    return new Flow(Tokens.random().secret(), Tokens.random().secret());
  }

  /** For PKCE: shown to the provider at the end by who began. */
  String verifier() {
    return derived("verifier");
  }

  /** In the token that the provider signs for this login. */
  String nonce() {
    return derived("nonce");
  }

  private String derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(browser.reveal(), "HmacSHA256"));
      mac.update((purpose + ":").getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(state.reveal()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
