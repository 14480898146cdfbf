package io.pomona.protocol.signature;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A CMS SignedData that carries what it signs, by exactly one signer whose certificate it brings:
 * the form in which a Mac tells what it is before it is enrolled.
 *
 * <p>Nothing is verified by reading it. A good signature under an unknown certificate means
 * nothing.
 */
public final class AttachedSignature {
  private static final byte[] DATA = ObjectIds.of("1.2.840.113549.1.7.1");
  private static final int MAX_BYTES = 64 * 1024;

  private final byte[] content;
  private final Optional<MdmSignature> signature;

  private AttachedSignature(byte[] content, Optional<MdmSignature> signature) {
    this.content = content;
    this.signature = signature;
  }

  /**
   * @param cms DER or BER
   * @throws MalformedSignatureException with a sentence that says what is wrong
   */
  public static AttachedSignature parse(byte[] cms) {
    if (cms.length > MAX_BYTES) {
      throw new MalformedSignatureException("The CMS structure is longer than 64 KiB.");
    }
    try {
      SignedData data = SignedData.parse(cms);
      if (!data.contentType().contentIs(DATA)) {
        throw new MalformedSignatureException("The CMS structure signs something else than data.");
      }
      if (data.signers().size() != 1) {
        throw new MalformedSignatureException("The CMS structure must have exactly one signer.");
      }
      return new AttachedSignature(SignedContent.of(data), signature(data));
    } catch (IndexOutOfBoundsException e) {
      throw Ber.malformed();
    }
  }

  private static Optional<MdmSignature> signature(SignedData data) {
    try {
      return Optional.of(MdmSignature.ofFirstSigner(data));
    } catch (UnknownSchemeException e) {
      return Optional.empty();
    }
  }

  public byte[] content() {
    return content.clone();
  }

  /** The signer's certificate as DER, unverified; empty when the signature is of no known kind. */
  public Optional<byte[]> certificate() {
    return signature.map(MdmSignature::certificate);
  }

  /** Whether the content was signed with this key. False also for a key of another kind. */
  public boolean verify(PublicKey key) {
    return signature.filter(known -> known.verify(key, content)).isPresent();
  }
}
