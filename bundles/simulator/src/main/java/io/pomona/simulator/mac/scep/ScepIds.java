package io.pomona.simulator.mac.scep;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Attribute types and message types of RFC 8894. */
public final class ScepIds {

  private static final ASN1ObjectIdentifier ARC = new ASN1ObjectIdentifier("2.16.840.1.113733.1.9");

  public static final ASN1ObjectIdentifier MESSAGE_TYPE = ARC.branch("2");
  public static final ASN1ObjectIdentifier PKI_STATUS = ARC.branch("3");
  public static final ASN1ObjectIdentifier FAIL_INFO = ARC.branch("4");
  public static final ASN1ObjectIdentifier SENDER_NONCE = ARC.branch("5");
  public static final ASN1ObjectIdentifier RECIPIENT_NONCE = ARC.branch("6");
  public static final ASN1ObjectIdentifier TRANSACTION_ID = ARC.branch("7");

  public static final String CERT_REP = "3";
  public static final String RENEWAL_REQ = "17";
  public static final String PKCS_REQ = "19";
  public static final String GET_CERT_INITIAL = "20";

  private ScepIds() {}
}
