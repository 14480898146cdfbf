package io.pomona.escrow.lock;

import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;
import java.security.SecureRandom;
import java.util.Locale;

/** The six digits that a locked Mac asks for. */
final class Pin {
  private static final String PURPOSE = "escrow.lock_pin";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Pin() {}

  static Secret random() {
    return Secret.of(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000)));
  }

  static byte[] seal(SecretVault vault, Secret pin) {
    return vault.seal(PURPOSE, pin);
  }

  static Secret open(SecretVault vault, byte[] sealed) {
    return vault.open(PURPOSE, sealed);
  }
}
