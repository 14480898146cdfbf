package io.pomona.pki.device;

import io.pomona.api.pki.CertificateAuthority;
import io.pomona.pki.DeviceAuthority;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/**
 * The certificates that GetCACert gives: the one that messages are encrypted to first. An authority
 * outside of this server issues behind our device CA, which then acts as its RA.
 */
record ScepCertificates(List<byte[]> certificates) {
  static ScepCertificates of(CertificateAuthority authority, DeviceAuthority active) {
    List<byte[]> chain = authority.chain();
    byte[] ours = active.issuer().chain().get(0);
    if (Arrays.equals(chain.get(0), ours)) {
      return new ScepCertificates(chain);
    }
    List<byte[]> behindRa = new ArrayList<>(List.of(ours));
    behindRa.addAll(chain);
    return new ScepCertificates(behindRa);
  }

  boolean isSingle() {
    return certificates.size() == 1;
  }

  byte[] encoded() {
    return isSingle() ? certificates.get(0) : degenerate(certificates);
  }

  /** SignedData without signers, its certificates in this order. */
  static byte[] degenerate(List<byte[]> certificates) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (byte[] certificate : certificates) {
        generator.addCertificate(new X509CertificateHolder(certificate));
      }
      return generator
          .generate(new CMSAbsentContent())
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DL);
    } catch (IOException | CMSException e) {
      throw new IllegalStateException("Certificates could not be written.", e);
    }
  }
}
