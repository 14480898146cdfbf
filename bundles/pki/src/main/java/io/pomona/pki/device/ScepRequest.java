package io.pomona.pki.device;

import io.pomona.api.MdmException;
import io.pomona.pki.RsaKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The outer layer of a request: who signs it, with what, and what it is about. Nothing of it is to
 * be believed before {@link #requireSignature()}.
 */
final class ScepRequest {
  private static final int LEAST_SIGNER_BITS = 1024;
  private static final int MAX_NONCE = 64;
  private static final Pattern TRANSACTION_ID = Pattern.compile("[\\x21-\\x7e ]{1,128}");
  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          OIWObjectIdentifiers.idSHA1,
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private final SignerInformation signer;
  private final X509CertificateHolder certificate;
  private final ScepAttributes attributes;
  private final String transactionId;
  private final byte[] content;

  private ScepRequest(
      SignerInformation signer,
      X509CertificateHolder certificate,
      ScepAttributes attributes,
      byte[] content) {
    this.signer = signer;
    this.certificate = certificate;
    this.attributes = attributes;
    this.content = content;
    this.transactionId =
        attributes
            .text(ScepAttributes.TRANSACTION_ID)
            .filter(id -> TRANSACTION_ID.matcher(id).matches())
            .orElseThrow(() -> new IllegalArgumentException("There is no transaction id."));
  }

  /**
   * @throws MdmException malformed when not even a refusal could be addressed to the sender
   */
  static ScepRequest parse(byte[] message) {
    try {
      return read(new CMSSignedData(message));
    } catch (CMSException | RuntimeException | StackOverflowError e) {
      throw MdmException.malformed(
              "pki.scep_malformed", "The body is not a SCEP message: CMS SignedData of one signer.")
          .causedBy(e);
    }
  }

  private static ScepRequest read(CMSSignedData data) {
    Iterator<SignerInformation> signers = data.getSignerInfos().getSigners().iterator();
    SignerInformation signer = signers.next();
    if (signers.hasNext()) {
      throw new IllegalArgumentException("There is more than one signer.");
    }
    Collection<X509CertificateHolder> certificates =
        data.getCertificates().getMatches(signer.getSID());
    return new ScepRequest(
        signer,
        certificates.iterator().next(),
        new ScepAttributes(signer.getSignedAttributes()),
        (byte[]) data.getSignedContent().getContent());
  }

  void requireSignature() {
    if (!DIGESTS.contains(digest())) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_ALGORITHM, "its digest is none of SHA-1, 256, 384 and 512");
    }
    if (!isSigned(signerKey())) {
      throw new ScepRefusal(ScepRefusal.FailInfo.BAD_MESSAGE_CHECK, "its signature is wrong");
    }
  }

  private RSAPublicKey signerKey() {
    try {
      return RsaKey.publicKey(certificate.getSubjectPublicKeyInfo(), LEAST_SIGNER_BITS);
    } catch (MdmException e) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_ALGORITHM, "its signer's key is weak or not RSA", e);
    }
  }

  private boolean isSigned(RSAPublicKey key) {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key));
    } catch (CMSException | OperatorCreationException | RuntimeException e) {
      return false;
    }
  }

  ScepMessageType type() {
    return ScepMessageType.of(attribute(ScepAttributes.MESSAGE_TYPE).orElse(""));
  }

  /** The challenge as a signed attribute, where some versions of macOS put it as well. */
  Optional<String> challenge() {
    return attribute(ScepAttributes.CHALLENGE);
  }

  private Optional<String> attribute(ASN1ObjectIdentifier type) {
    try {
      return attributes.text(type);
    } catch (RuntimeException e) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_REQUEST, "one of its attributes is malformed", e);
    }
  }

  /** Echoed in the answer, if there is one of a reasonable length. */
  Optional<byte[]> senderNonce() {
    try {
      return attributes
          .bytes(ScepAttributes.SENDER_NONCE)
          .filter(nonce -> nonce.length <= MAX_NONCE);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  String transactionId() {
    return transactionId;
  }

  X509CertificateHolder signer() {
    return certificate;
  }

  ASN1ObjectIdentifier digest() {
    return signer.getDigestAlgorithmID().getAlgorithm();
  }

  /** The envelope, still closed. */
  byte[] content() {
    return content;
  }
}
