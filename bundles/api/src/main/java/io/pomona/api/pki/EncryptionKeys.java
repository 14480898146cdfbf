package io.pomona.api.pki;

import io.pomona.api.Secret;
import java.time.Duration;

/**
 * Keys that others encrypt for: Apple its server tokens, mdmcert.download its signed requests, Macs
 * their recovery keys. Keeps nothing: the caller stores the pair, sealed, beside what it is for.
 */
public interface EncryptionKeys {
  /**
   * A new RSA key of 2048 bits with a self-signed certificate.
   *
   * @param commonName cut at 64 characters
   * @param life from now; opening asks for no date, so an ended certificate still opens
   */
  EncryptionKey create(String commonName, Duration life);

  /**
   * Opens CMS EnvelopedData.
   *
   * @param enveloped DER or BER, at most 1 MiB; armour (MIME, base64, hexadecimal) is for the
   *     caller to take off
   * @throws io.pomona.api.MdmException invalid: {@code pki.envelope_too_large}, {@code
   *     pki.envelope_unreadable} (no EnvelopedData), {@code pki.envelope_algorithm} (neither 3DES
   *     nor AES in CBC mode, or a key that did not travel by rsaEncryption), {@code
   *     pki.envelope_for_another} (no recipient is this certificate), {@code pki.envelope_damaged}
   *     (the key does not open it)
   */
  Secret open(byte[] enveloped, Secret key, byte[] certificate);
}
