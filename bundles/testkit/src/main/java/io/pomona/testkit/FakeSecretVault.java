package io.pomona.testkit;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hides nothing, but refuses to open what was sealed for another purpose or by another vault. */
public final class FakeSecretVault implements SecretVault {
  private final String name;

  public FakeSecretVault() {
    this("vault");
  }

  /**
   * @param name stands for the master key
   */
  public FakeSecretVault(String name) {
    this.name = name;
  }

  @Override
  public byte[] seal(String purpose, Secret secret) {
    byte[] head = head(purpose);
    byte[] value = secret.reveal();
    byte[] sealed = Arrays.copyOf(head, head.length + value.length);
    for (int i = 0; i < value.length; i++) {
      sealed[head.length + i] = (byte) ~value[i];
    }
    return sealed;
  }

  @Override
  public Secret open(String purpose, byte[] sealed) {
    byte[] head = head(purpose);
    if (sealed.length < head.length || !Arrays.equals(head, Arrays.copyOf(sealed, head.length))) {
      throw MdmException.unavailable(
          "pki.cannot_unseal", "The value was sealed under another key or purpose.");
    }
    byte[] value = Arrays.copyOfRange(sealed, head.length, sealed.length);
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) ~value[i];
    }
    return Secret.of(value);
  }

  private byte[] head(String purpose) {
    return ("sealed:" + name + ":" + purpose + ":").getBytes(StandardCharsets.UTF_8);
  }
}
