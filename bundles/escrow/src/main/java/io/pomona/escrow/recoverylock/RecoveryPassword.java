package io.pomona.escrow.recoverylock;

import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;
import java.security.SecureRandom;

/** A password that somebody may have to type, without letters and digits that look alike. */
final class RecoveryPassword {
  static final Secret NONE = Secret.of("");
  private static final String PURPOSE = "escrow.recovery_lock_password";
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int GROUPS = 6;
  private static final int GROUP = 4;

  private RecoveryPassword() {}

  /** 120 random bits. */
  static Secret random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return Secret.of(text.toString());
  }

  static byte[] seal(SecretVault vault, Secret password) {
    return vault.seal(PURPOSE, password);
  }

  static Secret open(SecretVault vault, byte[] sealed) {
    return vault.open(PURPOSE, sealed);
  }
}
