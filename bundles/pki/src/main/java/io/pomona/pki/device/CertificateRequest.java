package io.pomona.pki.device;

import io.pomona.api.MdmException;
import io.pomona.pki.RsaKey;
import io.pomona.protocol.digest.Sha256;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/**
 * What is taken from a PKCS#10 request: its key and its challenge. Subject, names and usages that
 * it asks for are not even read.
 *
 * @param publicKey SubjectPublicKeyInfo in DER
 */
record CertificateRequest(byte[] publicKey, Optional<String> challenge) {
  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.sha1WithRSAEncryption,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption);

  static CertificateRequest parse(byte[] der) {
    try {
      return checked(new PKCS10CertificationRequest(der));
    } catch (ScepRefusal e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_REQUEST, "its PKCS#10 request is malformed", e);
    }
  }

  private static CertificateRequest checked(PKCS10CertificationRequest request) throws IOException {
    if (!SIGNATURES.contains(request.getSignatureAlgorithm().getAlgorithm())) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_ALGORITHM, "its PKCS#10 request is not signed as RSA with SHA");
    }
    if (!isSigned(request, key(request))) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_MESSAGE_CHECK, "its PKCS#10 request is not signed by its key");
    }
    return new CertificateRequest(
        request.getSubjectPublicKeyInfo().getEncoded("DER"), challenge(request));
  }

  private static PublicKey key(PKCS10CertificationRequest request) {
    try {
      return RsaKey.publicKey(request.getSubjectPublicKeyInfo(), RsaKey.STRONG);
    } catch (MdmException e) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_ALGORITHM, "its key is weak, set Keysize to 2048 or more", e);
    }
  }

  private static boolean isSigned(PKCS10CertificationRequest request, PublicKey key) {
    try {
      return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OperatorException | PKCSException e) {
      return false;
    }
  }

  private static Optional<String> challenge(PKCS10CertificationRequest request) {
    Attribute[] found = request.getAttributes(ScepAttributes.CHALLENGE);
    if (found.length == 0) {
      return Optional.empty();
    }
    if (found.length != 1 || found[0].getAttrValues().size() != 1) {
      throw new IllegalArgumentException("There is more than one challenge.");
    }
    ASN1String value = (ASN1String) found[0].getAttrValues().getObjectAt(0).toASN1Primitive();
    return Optional.of(value.getString());
  }

  String publicKeySha256() {
    return Sha256.hex(publicKey);
  }

  @Override
  public String toString() {
    return "CertificateRequest[" + publicKeySha256() + "]";
  }
}
