package io.pomona.simulator.mac.scep;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.encoders.Hex;

/** The PKCS#10 request that a SCEP payload and a fresh key lead to. */
public final class CertificateRequest {

  private CertificateRequest() {}

  public static PKCS10CertificationRequest build(
      ScepPayload payload, Variables variables, KeyPair keys, ScepOptions options) {
    try {
      PKCS10CertificationRequestBuilder builder =
          new JcaPKCS10CertificationRequestBuilder(payload.subject(variables), keys.getPublic());
      payload
          .challenge()
          .ifPresent(
              challenge ->
                  builder.addAttribute(
                      PKCSObjectIdentifiers.pkcs_9_at_challengePassword, text(challenge)));
      builder.addAttribute(
          PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(payload, variables));
      return builder.build(
          new JcaContentSignerBuilder(options.signature()).build(keys.getPrivate()));
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("Cannot build the certificate request", e);
    }
  }

  static ASN1Encodable text(String value) {
    return DERPrintableString.isPrintableString(value)
        ? new DERPrintableString(value)
        : new DERUTF8String(value);
  }

  /** The same key gives the same transaction, so a retry is known for one. */
  public static String transactionId(PKCS10CertificationRequest request) {
    try {
      byte[] key = request.getSubjectPublicKeyInfo().getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(key);
      return Hex.toHexString(digest).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Cannot digest the key", e);
    }
  }

  private static Extensions extensions(ScepPayload payload, Variables variables)
      throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    int sign = (payload.keyUsage() & 1) != 0 ? KeyUsage.digitalSignature : 0;
    int encrypt = (payload.keyUsage() & 4) != 0 ? KeyUsage.keyEncipherment : 0;
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(sign | encrypt));
    List<GeneralName> names = names(payload, variables);
    if (!names.isEmpty()) {
      extensions.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(GeneralName[]::new)));
    }
    return extensions.generate();
  }

  private static List<GeneralName> names(ScepPayload payload, Variables variables) {
    Map<String, Integer> kinds =
        Map.of(
            "dNSName", GeneralName.dNSName,
            "rfc822Name", GeneralName.rfc822Name,
            "uniformResourceIdentifier", GeneralName.uniformResourceIdentifier);
    List<GeneralName> names = new ArrayList<>();
    payload
        .subjectAltName()
        .ifPresent(
            wanted ->
                kinds.forEach(
                    (key, kind) ->
                        wanted
                            .text(key)
                            .map(variables::expand)
                            .ifPresent(name -> names.add(new GeneralName(kind, name)))));
    return names;
  }
}
