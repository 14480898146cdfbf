package io.pomona.store;

import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;

/**
 * Property lists and declarations as they lie in the database: sealed, for a profile, a command or
 * an answer may carry a password, a challenge or a key.
 */
public final class SealedPlists {
  /** What is sealed; one cannot be put in the place of another. */
  public enum Kind {
    COMMAND("commands.body"),
    ANSWER("commands.answer"),
    PROFILE("profiles.content"),
    EVENT("organization.device_event"),
    DECLARATION("updates.declaration"),
    STATUS("updates.status");

    private final String purpose;

    Kind(String purpose) {
      this.purpose = purpose;
    }
  }

  private final SecretVault vault;

  public SealedPlists(SecretVault vault) {
    this.vault = vault;
  }

  public byte[] seal(Kind kind, byte[] plist) {
    return vault.seal(kind.purpose, Secret.of(plist));
  }

  public byte[] open(Kind kind, byte[] sealed) {
    return vault.open(kind.purpose, sealed).reveal();
  }
}
