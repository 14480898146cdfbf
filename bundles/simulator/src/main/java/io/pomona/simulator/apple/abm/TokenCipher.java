package io.pomona.simulator.apple.abm;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** How ABM encrypts a token file; it has used more than one. */
public enum TokenCipher {
  TRIPLE_DES(CMSAlgorithm.DES_EDE3_CBC),
  AES128(CMSAlgorithm.AES128_CBC),
  AES256(CMSAlgorithm.AES256_CBC);

  private final ASN1ObjectIdentifier oid;

  TokenCipher(ASN1ObjectIdentifier oid) {
    this.oid = oid;
  }

  ASN1ObjectIdentifier oid() {
    return oid;
  }
}
