package io.pomona.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityChainStore.Head;
import io.pomona.api.organization.ActivityLink;
import io.pomona.api.pki.SecretVault;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key that is not in the database but sealed. */
final class LinkDigest implements ActivityLink.Hash {
  static final String PURPOSE = "organization.activity_chain";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private LinkDigest(SecretKeySpec key) {
    this.key = key;
  }

  static LinkDigest of(SecretVault vault, Head head) {
    byte[] opened = vault.open(PURPOSE, head.sealedKey()).reveal();
    return new LinkDigest(new SecretKeySpec(opened, ALGORITHM));
  }

  @Override
  public String of(long position, String previous, Activity activity) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of()
          .formatHex(mac.doFinal(CanonicalActivity.bytes(position, previous, activity)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
