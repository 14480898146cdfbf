package io.pomona.organization.webhooks;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What bodies are signed with: kept sealed, opened only to sign. */
final class WebhookSecrets {
  private static final String PURPOSE = "organization.webhook";
  private static final int SHORTEST = 16;
  private static final int LONGEST = 256;
  private static final int BYTES = 32;

  private final SecretVault vault;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(SecretVault vault) {
    this.vault = vault;
  }

  Secret generate() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** One that somebody chose. */
  static Secret require(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw MdmException.invalid(
          "organization.bad_webhook_secret",
          "secret",
          "A secret has 16 to 256 characters; leave it out, and one is made.");
    }
    return Secret.of(text);
  }

  byte[] seal(Secret secret) {
    return vault.seal(PURPOSE, secret);
  }

  /** HMAC-SHA256 of the body under the secret's bytes, in base64. */
  String signature(byte[] sealedSecret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(vault.open(PURPOSE, sealedSecret).reveal(), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no HMAC-SHA256.", e);
    }
  }
}
