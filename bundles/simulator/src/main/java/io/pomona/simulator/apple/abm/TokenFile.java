package io.pomona.simulator.apple.abm;

import io.pomona.simulator.crypto.Certificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/** A server token as ABM hands it out: S/MIME, encrypted to the key that was uploaded. */
final class TokenFile {

  private static final String OUTER =
      """
      Content-Type: application/pkcs7-mime; name="smime.p7m"; smime-type=enveloped-data
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="smime.p7m"
      Content-Description: S/MIME Encrypted Message

      """;

  private static final String INNER =
      """
      Content-Type: text/plain;charset=UTF-8
      Content-Transfer-Encoding: 7bit

      -----BEGIN MESSAGE-----
      %s
      -----END MESSAGE-----
      """;

  private TokenFile() {}

  static byte[] write(ServerToken token, X509CertificateHolder key, TokenCipher cipher) {
    String json = new String(AbmDocument.write(token.members()), StandardCharsets.UTF_8);
    byte[] message = crlf(String.format(INNER, json)).getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getMimeEncoder().encodeToString(enveloped(message, key, cipher));
    return crlf(OUTER + base64 + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String crlf(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  private static byte[] enveloped(byte[] message, X509CertificateHolder key, TokenCipher cipher) {
    try {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(Certificates.jca(key))
              .setProvider(Certificates.BOUNCY_CASTLE));
      return generator
          .generate(
              new CMSProcessableByteArray(message),
              new JceCMSContentEncryptorBuilder(cipher.oid())
                  .setProvider(Certificates.BOUNCY_CASTLE)
                  .build())
          .getEncoded();
    } catch (CMSException | IOException | CertificateEncodingException e) {
      throw new IllegalStateException("Cannot encrypt the server token", e);
    }
  }
}
