package io.pomona.apns.rest;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.apns.LoadTerms;
import io.pomona.apns.PushMaterial;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate with its key: both in PEM, or one PKCS#12 file in base64 with its passphrase.
 *
 * @param topic the topic that is given up, typed by who forces
 */
public record PushPairRequest(
    String certificate,
    String privateKey,
    String pkcs12,
    String passphrase,
    String appleId,
    boolean force,
    String topic) {

  PushMaterial material() {
    if (pkcs12 != null) {
      return PushMaterial.ofPkcs12(file(), Secret.of(Optional.ofNullable(passphrase).orElse("")));
    }
    if (certificate == null) {
      throw MdmException.invalid(
          "apns.missing", "certificate", "Send the certificate in PEM, or a PKCS#12 file.");
    }
    if (privateKey == null) {
      throw MdmException.invalid("apns.missing", "private_key", "Send the private key in PEM.");
    }
    return PushMaterial.ofPem(certificate.getBytes(StandardCharsets.UTF_8), Secret.of(privateKey));
  }

  private byte[] file() {
    try {
      return Base64.getMimeDecoder().decode(pkcs12);
    } catch (IllegalArgumentException e) {
      throw MdmException.invalid(
          "apns.bad_pkcs12", "pkcs12", "Send the PKCS#12 file in base64: this is none.");
    }
  }

  LoadTerms terms() {
    return new LoadTerms(Optional.ofNullable(appleId), force, Optional.ofNullable(topic));
  }

  @Override
  public String toString() {
    return "PushPairRequest[force=" + force + "]";
  }
}
