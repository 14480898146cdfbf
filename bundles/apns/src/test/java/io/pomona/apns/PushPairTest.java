package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.testkit.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.Test;

public class PushPairTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String TOPIC =
      "com.apple.mgmt.External.0b5f2a1c-1111-4222-8333-444455556666";
  private static final TestPair PAIR = TestPair.push(TOPIC, NOW, YEAR);

  private static PushPair read(String certificate, String key) {
    return PushPair.checked(
        PushMaterial.ofPem(certificate.getBytes(StandardCharsets.UTF_8), Secret.of(key)), NOW);
  }

  private static String refusal(String certificate, String key) {
    return assertThrows(MdmException.class, () -> read(certificate, key)).code();
  }

  @Test
  public void readsBothFormsOfKeys() {
    assertTrue(PAIR.pkcs1().startsWith("-----BEGIN RSA PRIVATE KEY"));
    assertEquals(PAIR.key(), read(PAIR.certificatePem(), PAIR.pkcs1()).key());
    assertEquals(PAIR.key(), read(PAIR.certificatePem(), PAIR.pkcs8()).key());
  }

  @Test
  public void findsTheBlocksInOtherText() {
    String noisy = "Bag Attributes\n friendlyName: APSP\r\n" + PAIR.certificatePem() + "\nend";
    assertEquals(TOPIC, read(noisy, "key:\n" + PAIR.pkcs8()).info().topic());
  }

  @Test
  public void tellsWhatIsShown() {
    PushCertificateInfo info = read(PAIR.certificatePem(), PAIR.pkcs8()).info();
    assertEquals(TOPIC, info.topic());
    assertEquals("APSP:" + TOPIC.hashCode(), info.commonName());
    assertEquals(info.commonName(), info.issuer());
    assertEquals(PAIR.certificate().getSerialNumber().toString(), info.serialNumber());
    assertEquals(NOW.plus(YEAR), info.notAfter());
  }

  @Test
  public void refusesCertificatesWithoutExactlyOneTopic() {
    for (String subject :
        new String[] {
          "CN=no uid",
          "UID=com.example.other,CN=x",
          "UID=" + TOPIC + ",UID=com.apple.mgmt.second,CN=x",
          "CN=UID\\=" + TOPIC
        }) {
      TestPair pair = TestPair.make(subject, NOW, YEAR);
      assertEquals(subject, "apns.bad_certificate", refusal(pair.certificatePem(), pair.pkcs8()));
    }
  }

  @Test
  public void refusesAnotherKeyAndAnExpiredCertificate() {
    TestPair other = TestPair.push(TOPIC, NOW, YEAR);
    assertEquals("apns.other_key", refusal(PAIR.certificatePem(), other.pkcs8()));
    TestPair old = TestPair.push(TOPIC, NOW.minus(YEAR), Duration.ofDays(364));
    assertEquals("apns.expired", refusal(old.certificatePem(), old.pkcs8()));
    TestPair early = TestPair.push(TOPIC, NOW.plusSeconds(60), YEAR);
    assertEquals("apns.not_yet_valid", refusal(early.certificatePem(), early.pkcs8()));
  }

  @Test
  public void readsACertificateInDer() throws Exception {
    PushMaterial material =
        PushMaterial.ofPem(PAIR.certificate().getEncoded(), Secret.of(PAIR.pkcs8()));
    assertEquals(TOPIC, PushPair.checked(material, NOW).info().topic());
    byte[] cut = Arrays.copyOf(PAIR.certificate().getEncoded(), 100);
    MdmException refused =
        assertThrows(MdmException.class, () -> PushMaterial.ofPem(cut, Secret.of(PAIR.pkcs8())));
    assertEquals("apns.bad_certificate", refused.code());
  }

  @Test
  public void refusesWhatIsNoPem() {
    String key = PAIR.pkcs8();
    for (String text : new String[] {"", "junk", key, cut(PAIR.certificatePem())}) {
      assertEquals("apns.bad_certificate", refusal(text, key));
    }
    String certificate = PAIR.certificatePem();
    String encrypted = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    String old = PAIR.pkcs1().replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: X,1\n\n");
    for (String text : new String[] {"", "junk", certificate, cut(key), encrypted, old}) {
      assertEquals("apns.bad_key", refusal(certificate, text));
    }
  }

  private static String cut(String pem) {
    String[] lines = pem.split("\n");
    return lines[0] + "\n" + lines[1] + "\n" + lines[lines.length - 1] + "\n";
  }

  @Test
  public void neverShowsTheKey() {
    PushPair pair = read(PAIR.certificatePem(), PAIR.pkcs8());
    assertFalse(pair.toString().contains("RSA"));
    assertEquals("PushIdentity[" + TOPIC + "]", PAIR.identity().toString());
  }

  @Test
  public void readsTheMockCertificateOfMicromdm() throws IOException {
    String pem =
        Files.readString(
            SharedFolder.require("vectors/micromdm__pkg__crypto__testdata__mock_push_cert.pem"));
    PushCertificateInfo info = PushCertificateFile.info(PushCertificateFile.read(pem).get(0));
    assertEquals("com.apple.mgmt.External.18a16429-886b-41f1-9c30-2bd04ae4fc37", info.topic());
    assertEquals("APSP:17a16429-886b-41f1-8c90-3bd02ae9fc57", info.commonName());
    assertEquals(Instant.parse("2068-01-25T08:33:25Z"), info.notAfter());
    assertEquals("apns.other_key", refusal(pem, PAIR.pkcs8()));
  }

  @Test
  public void refusesTheCertificateOfMicromdmThatHasNoTopic() throws IOException {
    String pem =
        Files.readString(
            SharedFolder.require("vectors/micromdm__cmd__mdmctl__testdata__pushcert.pem"));
    assertEquals("apns.bad_certificate", refusal(pem, PAIR.pkcs8()));
  }
}
