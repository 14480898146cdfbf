package io.pomona.protocol.signature;

import io.pomona.protocol.digest.Sha256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;

/**
 * The value of the {@code Mdm-Signature} header: a detached CMS signature of the request's body
 * with the Mac's identity, whose certificate it carries.
 *
 * <p>Taken apart by hand because every poll goes through it. The use is: parse, look the
 * certificate up by {@link #certificateSha256()} among those that we issued, {@link #verify} with
 * the key stored there. A good signature under an unknown certificate means nothing.
 */
public final class MdmSignature {
  private static final int MAX_BYTES = 64 * 1024;

  private final byte[] certificate;
  private final SignatureScheme scheme;
  private final Optional<SignedAttributes> attributes;
  private final byte[] signature;

  private MdmSignature(
      byte[] certificate,
      SignatureScheme scheme,
      Optional<SignedAttributes> attributes,
      byte[] signature) {
    this.certificate = certificate;
    this.scheme = scheme;
    this.attributes = attributes;
    this.signature = signature;
  }

  /**
   * @param headerValue base64, white space allowed
   * @throws MalformedSignatureException with a sentence that says what is wrong
   */
  public static MdmSignature parse(String headerValue) {
    if (headerValue.length() > MAX_BYTES) {
      throw new MalformedSignatureException("The Mdm-Signature is longer than 64 KiB.");
    }
    try {
      return parse(Base64.getDecoder().decode(withoutSpace(headerValue)));
    } catch (MalformedSignatureException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedSignatureException("The Mdm-Signature is not base64.", e);
    }
  }

  /** The same from the decoded bytes. */
  public static MdmSignature parse(byte[] cms) {
    if (cms.length > MAX_BYTES) {
      throw new MalformedSignatureException("The Mdm-Signature is longer than 64 KiB.");
    }
    try {
      return of(SignedData.parse(cms));
    } catch (IndexOutOfBoundsException e) {
      throw Ber.malformed();
    }
  }

  private static MdmSignature of(SignedData data) {
    if (data.content().isPresent()) {
      throw new MalformedSignatureException("The Mdm-Signature carries content; it must not.");
    }
    if (data.signers().size() != 1) {
      throw new MalformedSignatureException("The Mdm-Signature must have exactly one signer.");
    }
    return ofFirstSigner(data);
  }

  /** Of SignedData that has a signer; whether its content is attached does not matter. */
  static MdmSignature ofFirstSigner(SignedData data) {
    Iterator<Ber> parts = data.signers().get(0).expect(Ber.SEQUENCE).children().iterator();
    SignedData.next(parts).expect(Ber.INTEGER);
    Ber signerId = SignedData.next(parts);
    Ber digestAlgorithm = SignedData.next(parts);
    Ber part = SignedData.next(parts);
    Optional<SignedAttributes> attributes = Optional.empty();
    if (part.is(Ber.CONTEXT_0)) {
      attributes = Optional.of(SignedAttributes.parse(part, data.contentType()));
      part = SignedData.next(parts);
    }
    SignatureScheme scheme = SignatureScheme.of(digestAlgorithm, part);
    byte[] signature = SignedData.next(parts).expect(Ber.OCTET_STRING).content();
    Ber certificate = SignerCertificate.find(data.certificates(), signerId);
    return new MdmSignature(certificate.encoded(), scheme, attributes, signature);
  }

  private static String withoutSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return text.replaceAll("[ \\t\\r\\n]", "");
      }
    }
    return text;
  }

  /** The signer's certificate as DER, unverified. */
  public byte[] certificate() {
    return certificate.clone();
  }

  /**
   * SHA-256 of the certificate in lower-case hexadecimal digits: the key to what is known of it.
   */
  public String certificateSha256() {
    return Sha256.hex(certificate);
  }

  /**
   * Whether this is the signature of exactly these bytes with this key. False also for a key of
   * another kind.
   */
  public boolean verify(PublicKey key, byte[] body) {
    if (attributes.isPresent() && !attributes.get().cover(digest(scheme.digest(), body))) {
      return false;
    }
    try {
      Signature check = Signature.getInstance(scheme.signature());
      check.initVerify(key);
      check.update(attributes.isPresent() ? attributes.get().encoded() : body);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime has no " + algorithm + ".", e);
    }
  }

  @Override
  public String toString() {
    return "MdmSignature[" + scheme.signature() + ", " + certificateSha256() + "]";
  }
}
