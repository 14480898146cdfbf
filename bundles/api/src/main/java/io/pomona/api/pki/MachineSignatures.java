package io.pomona.api.pki;

import java.util.List;
import java.util.Optional;

/**
 * Tells whether Apple's hardware has signed what a Mac says of itself before it is enrolled.
 * Validity dates do not count: the device CA of Apple has ended, and Macs lie for years in a box.
 */
public interface MachineSignatures {
  /**
   * Takes apart attached CMS SignedData with one signer.
   *
   * @param authorities certificates in DER of the device CAs whose keys count; none for Apple's
   * @throws io.pomona.api.MdmException malformed {@code pki.machine_info_malformed} when it is
   *     anything else, whatever is signed
   */
  Statement read(byte[] cms, List<byte[]> authorities);

  /**
   * @param content what was signed, or only claims to be when there is a flaw
   * @param flaw empty when the signature is good and a device CA that counts has issued its
   *     certificate
   */
  record Statement(byte[] content, Optional<Flaw> flaw) {
    public boolean isVerified() {
      return flaw.isEmpty();
    }
  }

  /** Why a statement is not to be believed. */
  enum Flaw {
    /** No device CA that counts has issued the signer's certificate. */
    FOREIGN_SIGNER,
    /** The signature is not one of this content. */
    ALTERED,
    /** Made in a way that is not known here. */
    UNKNOWN_SCHEME
  }
}
