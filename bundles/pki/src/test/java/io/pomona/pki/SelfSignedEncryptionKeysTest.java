package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.Secret;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.SharedFolder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.Test;

public class SelfSignedEncryptionKeysTest {
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();
  private static final byte[] TEXT = "a key, a token\r\n".getBytes(StandardCharsets.UTF_8);

  private final SettableClock clock = new SettableClock();
  private final SelfSignedEncryptionKeys keys = new SelfSignedEncryptionKeys(clock);
  private final EncryptionKey pair = keys.create("Server token", Duration.ofDays(3));

  @Test
  public void aPairIsMadeForItsPurposeAndTime() throws Exception {
    X509Certificate certificate = certificate(pair);
    assertEquals("CN=Server token,O=Pomona", certificate.getSubjectX500Principal().getName());
    assertEquals(2048, ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength());
    assertEquals(clock.instant().plus(Duration.ofDays(3)), certificate.getNotAfter().toInstant());
    assertTrue(certificate.getNotBefore().toInstant().isBefore(clock.instant()));
    assertTrue("it encrypts keys", certificate.getKeyUsage()[2]);
    certificate.verify(certificate.getPublicKey());
    assertEquals("EncryptionKey[********]", pair.toString());
  }

  @Test
  public void aNameMustBeGiven() {
    assertEquals("pki.no_name", refusal(() -> keys.create(" ", Duration.ofDays(1))).code());
  }

  @Test
  public void opensEveryCipherThatAppleAndOthersUse() throws Exception {
    for (ASN1ObjectIdentifier cipher :
        new ASN1ObjectIdentifier[] {
          CMSAlgorithm.DES_EDE3_CBC,
          CMSAlgorithm.AES128_CBC,
          CMSAlgorithm.AES192_CBC,
          CMSAlgorithm.AES256_CBC
        }) {
      assertArrayEquals(TEXT, opened(enveloped(byIssuer(pair), cipher, ASN1Encoding.DER)));
    }
  }

  @Test
  public void opensBerAndARecipientNamedByItsKey() throws Exception {
    assertArrayEquals(
        TEXT, opened(enveloped(byIssuer(pair), CMSAlgorithm.AES256_CBC, ASN1Encoding.BER)));
    assertArrayEquals(
        TEXT, opened(enveloped(byKey(pair), CMSAlgorithm.AES256_CBC, ASN1Encoding.DER)));
  }

  @Test
  public void saysThatItWasEncryptedForAnother() throws Exception {
    EncryptionKey other = keys.create("Server token", Duration.ofDays(3));
    for (RecipientInfoGenerator recipient : List.of(byIssuer(other), byKey(other))) {
      MdmException refusal =
          refusal(() -> opened(enveloped(recipient, CMSAlgorithm.AES128_CBC, ASN1Encoding.DER)));
      assertEquals("pki.envelope_for_another", refusal.code());
      assertTrue(
          refusal.getMessage(),
          refusal.getMessage().contains("was encrypted for another certificate"));
    }
  }

  @Test
  public void saysThatTheWayOfEncryptingIsUnknown() throws Exception {
    byte[] cast = enveloped(byIssuer(pair), CMSAlgorithm.CAST5_CBC, ASN1Encoding.DER);
    assertEquals("pki.envelope_algorithm", refusal(() -> opened(cast)).code());
    JceKeyTransRecipientInfoGenerator oaep =
        new JceKeyTransRecipientInfoGenerator(
                certificate(pair),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new RSAESOAEPparams()))
            .setProvider(BC);
    byte[] other = enveloped(oaep, CMSAlgorithm.AES128_CBC, ASN1Encoding.DER);
    assertEquals("pki.envelope_algorithm", refusal(() -> opened(other)).code());
  }

  @Test
  public void saysThatItWasChangedOrBelongsToAnotherKey() throws Exception {
    byte[] cms = enveloped(byIssuer(pair), CMSAlgorithm.AES128_CBC, ASN1Encoding.DER);
    EncryptionKey other = keys.create("Other", Duration.ofDays(3));
    assertEquals(
        "pki.envelope_damaged",
        refusal(() -> keys.open(cms, other.key(), pair.certificate())).code());
    byte[] shorter = Arrays.copyOf(cms, cms.length - 16);
    assertEquals("pki.envelope_unreadable", refusal(() -> opened(shorter)).code());
  }

  @Test
  public void whatIsNoEnvelopeIsToldFromOneThatIsTooLarge() {
    assertEquals("pki.envelope_unreadable", refusal(() -> opened(TEXT)).code());
    assertEquals("pki.envelope_unreadable", refusal(() -> opened(new byte[0])).code());
    byte[] deep = new byte[1 << 20];
    for (int at = 0; at < deep.length; at += 2) {
      deep[at] = 0x30;
      deep[at + 1] = (byte) 0x80;
    }
    assertEquals("pki.envelope_unreadable", refusal(() -> opened(deep)).code());
    assertEquals("pki.envelope_too_large", refusal(() -> opened(new byte[(1 << 20) + 1])).code());
  }

  /** Whatever is altered, the answer is the text or a sentence, never another failure. */
  @Test
  public void everyByteMayBeAltered() throws Exception {
    byte[] cms = enveloped(byIssuer(pair), CMSAlgorithm.AES128_CBC, ASN1Encoding.DER);
    int refused = 0;
    for (int at = 0; at < cms.length; at++) {
      byte[] altered = cms.clone();
      altered[at] ^= (byte) 0x41;
      try {
        opened(altered);
      } catch (MdmException e) {
        assertEquals(Kind.INVALID, e.kind());
        refused++;
      }
    }
    assertTrue("most are refused: " + refused, refused > cms.length / 2);
  }

  @Test
  public void opensAServerTokenOfApple() throws Exception {
    String mime = Files.readString(SharedFolder.require("vectors/generated/token-des3.p7m"));
    byte[] cms = Base64.getMimeDecoder().decode(mime.split("\r?\n\r?\n", 2)[1]);
    String token =
        keys.open(
                cms,
                key("vectors/generated/abm.pkcs8.der"),
                ForeignAuthority.certificate(SharedFolder.require("vectors/generated/abm.pem")))
            .revealText();
    assertTrue("it is the token", token.contains("\"consumer_key\""));
  }

  @Test
  public void opensARecoveryKeyOfAMac() throws Exception {
    byte[] cms = Files.readAllBytes(SharedFolder.require("vectors/generated/prk-aes128.cms"));
    byte[] escrow = Files.readAllBytes(SharedFolder.require("vectors/generated/fv.der"));
    String recoveryKey = keys.open(cms, key("vectors/generated/fv.pkcs8.der"), escrow).revealText();
    assertTrue(recoveryKey.matches("([A-Z0-9]{4}-){5}[A-Z0-9]{4}\\s*"));
  }

  private static Secret key(String file) throws Exception {
    return Secret.of(Files.readAllBytes(SharedFolder.require(file)));
  }

  private byte[] opened(byte[] cms) {
    return keys.open(cms, pair.key(), pair.certificate()).reveal();
  }

  private static X509Certificate certificate(EncryptionKey pair) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pair.certificate()));
  }

  private static RecipientInfoGenerator byIssuer(EncryptionKey pair) throws Exception {
    return new JceKeyTransRecipientInfoGenerator(certificate(pair)).setProvider(BC);
  }

  private static RecipientInfoGenerator byKey(EncryptionKey pair) throws Exception {
    byte[] id =
        SubjectKeyIdentifier.fromExtensions(
                new X509CertificateHolder(pair.certificate()).getExtensions())
            .getKeyIdentifier();
    return new JceKeyTransRecipientInfoGenerator(id, certificate(pair).getPublicKey())
        .setProvider(BC);
  }

  private static byte[] enveloped(
      RecipientInfoGenerator recipient, ASN1ObjectIdentifier cipher, String encoding) {
    try {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(recipient);
      return generator
          .generate(
              new CMSProcessableByteArray(TEXT),
              new JceCMSContentEncryptorBuilder(cipher).setProvider(BC).build())
          .toASN1Structure()
          .getEncoded(encoding);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static MdmException refusal(Runnable call) {
    MdmException refusal = assertThrows(MdmException.class, call::run);
    assertEquals(Kind.INVALID, refusal.kind());
    return refusal;
  }
}
