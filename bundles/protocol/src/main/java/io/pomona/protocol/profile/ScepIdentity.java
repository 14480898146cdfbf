package io.pomona.protocol.profile;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;

/**
 * How a Mac gets its identity by SCEP.
 *
 * @param url of the SCEP service
 * @param name the CA's name, sent as {@code message} of GetCACert
 * @param commonName of the certificate; macOS expands {@code %HardwareUUID%} and the like
 * @param challenge one-time secret
 * @param caFingerprint SHA-1 of the CA certificate, by which the Mac pins it
 */
public record ScepIdentity(
    String url, String name, String commonName, String challenge, Optional<byte[]> caFingerprint) {
  private static final int KEY_SIZE = 2048;
  private static final int SIGN_AND_ENCRYPT = 5;

  PlistDict payload(PlistDict head, String organization) {
    PlistDict.Builder scep =
        PlistDict.builder()
            .put("URL", url)
            .put("Name", name)
            .put("Subject", List.of(part("O", organization), part("CN", commonName)))
            .put("Challenge", challenge)
            .put("Keysize", KEY_SIZE)
            .put("Key Type", "RSA")
            .put("Key Usage", SIGN_AND_ENCRYPT)
            .put("KeyIsExtractable", false);
    caFingerprint.ifPresent(fingerprint -> scep.put("CAFingerprint", fingerprint));
    return head.with("PayloadContent", scep.build());
  }

  private static List<List<String>> part(String type, String value) {
    return List.of(List.of(type, value));
  }

  /** Without the challenge. */
  @Override
  public String toString() {
    return "ScepIdentity[" + url + "]";
  }
}
