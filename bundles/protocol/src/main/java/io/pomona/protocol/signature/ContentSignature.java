package io.pomona.protocol.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be said of the signature around a profile. Whether anybody trusts the signer is not
 * asked: a Mac takes from its server what any authority has signed.
 *
 * @param signer the subject of the signer's certificate; empty when there is none that can be read
 * @param notAfter when that certificate ends
 */
public record ContentSignature(State state, Optional<String> signer, Optional<Instant> notAfter) {

  /** How the signature is. */
  public enum State {
    GOOD,
    /** The content was changed after it was signed, or the signer is missing. */
    BROKEN,
    /** Made in a way that is not known here; a Mac may know it. */
    UNKNOWN
  }

  /** Of SignedData with its content; others are broken. */
  public static ContentSignature of(byte[] cms) {
    try {
      SignedData data = SignedData.parse(cms);
      byte[] content = SignedContent.unwrap(cms);
      return data.signers().isEmpty() ? without(State.BROKEN) : of(data, content);
    } catch (MalformedSignatureException | IndexOutOfBoundsException e) {
      return without(State.BROKEN);
    }
  }

  private static ContentSignature of(SignedData data, byte[] content) {
    try {
      MdmSignature signature = MdmSignature.ofFirstSigner(data);
      X509Certificate signer = certificate(signature.certificate());
      boolean good = signature.verify(signer.getPublicKey(), content);
      return new ContentSignature(
          good ? State.GOOD : State.BROKEN,
          Optional.of(signer.getSubjectX500Principal().getName()),
          Optional.of(signer.getNotAfter().toInstant()));
    } catch (UnknownSchemeException e) {
      return without(State.UNKNOWN);
    } catch (CertificateException e) {
      return without(State.BROKEN);
    }
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static ContentSignature without(State state) {
    return new ContentSignature(state, Optional.empty(), Optional.empty());
  }
}
