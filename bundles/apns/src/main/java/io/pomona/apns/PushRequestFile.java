package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The file that Apple's portal takes: a property list in base64 around a signed request. */
final class PushRequestFile {
  private static final String REQUEST = "PushCertRequestCSR";
  private static final String CHAIN = "PushCertCertificateChain";
  private static final String SIGNATURE = "PushCertSignature";

  private PushRequestFile() {}

  static byte[] sign(byte[] request, List<X509Certificate> chain, PrivateKey vendor) {
    StringBuilder certificates = new StringBuilder();
    chain.forEach(each -> certificates.append(PemText.of("CERTIFICATE", encoded(each))));
    PlistDict plist =
        PlistDict.builder()
            .put(REQUEST, Base64.getEncoder().encodeToString(request))
            .put(CHAIN, certificates.toString())
            .put(SIGNATURE, Base64.getEncoder().encodeToString(signature(request, vendor)))
            .build();
    return Base64.getEncoder().encode(PlistWriter.write(plist));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that was read has no encoding.", e);
    }
  }

  private static byte[] signature(byte[] request, PrivateKey vendor) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(vendor);
      signature.update(request);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The vendor key cannot sign.", e);
    }
  }

  /**
   * What a signing service made, as a file for the portal.
   *
   * @param text base64 in lines
   */
  static byte[] checked(byte[] text, byte[] request, Instant now) {
    try {
      byte[] plist = Base64.getMimeDecoder().decode(text);
      PlistDict file = PlistReader.read(plist);
      requireRequest(file, request);
      requireSigner(file, now);
      return Base64.getEncoder().encode(plist);
    } catch (IllegalArgumentException e) {
      throw refused(
              "bad_answer",
              "What was opened is no request for Apple's portal. Send the request again.")
          .causedBy(e);
    }
  }

  private static void requireRequest(PlistDict file, byte[] request) {
    byte[] signed = Base64.getMimeDecoder().decode(file.string(REQUEST).orElse(""));
    if (!Arrays.equals(signed, request)) {
      throw refused(
          "other_request",
          "The answer belongs to another request than the one that waits here. Look for the e-mail"
              + " that came after the last request, or send the request again.");
    }
  }

  private static void requireSigner(PlistDict file, Instant now) {
    String chain = file.string(CHAIN).orElse("");
    X509Certificate signer =
        PushCertificateFile.read(chain.getBytes(StandardCharsets.UTF_8)).get(0);
    if (now.isAfter(signer.getNotAfter().toInstant())) {
      throw refused(
          "signer_expired",
          "The certificate with which the service signed ended on %s, so Apple would refuse the request. Ask the service, or take another way to a push certificate."
              .formatted(signer.getNotAfter().toInstant()));
    }
  }

  private static MdmException refused(String code, String reason) {
    return MdmException.invalid("apns." + code, "answer", reason);
  }
}
