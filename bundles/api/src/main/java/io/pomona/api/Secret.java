package io.pomona.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must not be logged, serialised or compared in variable time: a password, a token, a
 * challenge, a private key. {@link #toString()} shows asterisks; only {@link #reveal()} and {@link
 * #revealText()} give the value, so that a search for them finds every use.
 */
public final class Secret {
  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  public static Secret of(byte[] value) {
    return new Secret(value.clone());
  }

  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] reveal() {
    return value.clone();
  }

  /** The bytes read as UTF-8. */
  public String revealText() {
    return new String(value, StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return value.length == 0;
  }

  /** Equal values, compared in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
  }

  /** The same for all, so that a hash code tells nothing about the value. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "********";
  }
}
