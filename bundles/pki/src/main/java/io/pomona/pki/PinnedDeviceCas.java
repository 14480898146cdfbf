package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.pki.MachineSignatures;
import io.pomona.protocol.signature.AttachedSignature;
import io.pomona.protocol.signature.MalformedSignatureException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Believes what is signed under a certificate that one of a few keys has issued. Names and dates of
 * certificates say nothing here.
 */
@Component
public final class PinnedDeviceCas implements MachineSignatures {
  /** Apple's own key has no more. */
  static final int LEAST_BITS = 1024;

  private final PublicKey apple = AppleDeviceCa.key();

  @Activate
  public PinnedDeviceCas() {}

  @Override
  public Statement read(byte[] cms, List<byte[]> authorities) {
    try {
      AttachedSignature signature = AttachedSignature.parse(cms);
      return new Statement(signature.content(), flaw(signature, keys(authorities)));
    } catch (MalformedSignatureException e) {
      throw MdmException.malformed("pki.machine_info_malformed", e.getMessage()).causedBy(e);
    }
  }

  private List<PublicKey> keys(List<byte[]> authorities) {
    return authorities.isEmpty()
        ? List.of(apple)
        : authorities.stream().map(der -> key(Issuer.parse(der))).toList();
  }

  private static PublicKey key(X509CertificateHolder certificate) {
    return RsaKey.publicKey(certificate.getSubjectPublicKeyInfo(), LEAST_BITS);
  }

  private static Optional<Flaw> flaw(AttachedSignature signature, List<PublicKey> keys) {
    return signature
        .certificate()
        .map(certificate -> flaw(signature, certificate, keys))
        .orElse(Optional.of(Flaw.UNKNOWN_SCHEME));
  }

  private static Optional<Flaw> flaw(
      AttachedSignature signature, byte[] certificate, List<PublicKey> keys) {
    try {
      X509CertificateHolder signer = Issuer.parse(certificate);
      if (keys.stream().noneMatch(key -> hasIssued(key, signer))) {
        return Optional.of(Flaw.FOREIGN_SIGNER);
      }
      return signature.verify(key(signer)) ? Optional.empty() : Optional.of(Flaw.ALTERED);
    } catch (MdmException e) {
      return Optional.of(Flaw.FOREIGN_SIGNER);
    }
  }

  private static boolean hasIssued(PublicKey key, X509CertificateHolder certificate) {
    try {
      return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OperatorException | CertException | RuntimeException e) {
      return false;
    }
  }
}
