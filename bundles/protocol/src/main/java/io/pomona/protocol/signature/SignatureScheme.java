package io.pomona.protocol.signature;

import java.util.Arrays;
import java.util.Optional;

/** The digests that Macs use, each with RSA (PKCS #1 v1.5). */
enum SignatureScheme {
  SHA1("SHA-1", "SHA1withRSA", "1.3.14.3.2.26", "1.2.840.113549.1.1.5"),
  SHA256("SHA-256", "SHA256withRSA", "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11"),
  SHA384("SHA-384", "SHA384withRSA", "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12"),
  SHA512("SHA-512", "SHA512withRSA", "2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13");

  private static final byte[] RSA_ENCRYPTION = ObjectIds.of("1.2.840.113549.1.1.1");

  private final String digest;
  private final String signature;
  private final byte[] digestId;
  private final byte[] signatureId;

  SignatureScheme(String digest, String signature, String digestId, String signatureId) {
    this.digest = digest;
    this.signature = signature;
    this.digestId = ObjectIds.of(digestId);
    this.signatureId = ObjectIds.of(signatureId);
  }

  String digest() {
    return digest;
  }

  String signature() {
    return signature;
  }

  /** By the two algorithm identifiers of a signer, which must agree. */
  static SignatureScheme of(Ber digestAlgorithm, Ber signatureAlgorithm) {
    Ber digestId = objectId(digestAlgorithm);
    Ber signatureId = objectId(signatureAlgorithm);
    Optional<SignatureScheme> scheme =
        Arrays.stream(values()).filter(each -> digestId.contentIs(each.digestId)).findFirst();
    return scheme
        .filter(
            each ->
                signatureId.contentIs(each.signatureId) || signatureId.contentIs(RSA_ENCRYPTION))
        .orElseThrow(
            () ->
                new UnknownSchemeException(
                    "The signature is not RSA with SHA-1, SHA-256, SHA-384 or SHA-512."));
  }

  private static Ber objectId(Ber algorithm) {
    return SignedData.next(algorithm.expect(Ber.SEQUENCE).children().iterator())
        .expect(Ber.OBJECT_ID);
  }
}
