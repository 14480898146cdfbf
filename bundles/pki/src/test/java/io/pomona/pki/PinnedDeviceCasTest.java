package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.pki.MachineSignatures.Flaw;
import io.pomona.api.pki.MachineSignatures.Statement;
import io.pomona.protocol.digest.Sha256;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.Test;

public class PinnedDeviceCasTest {
  private static final byte[] CONTENT = "<plist>a Mac</plist>".getBytes(StandardCharsets.UTF_8);
  private static final Issuer CA = Workbench.authority("Some Device CA", 0);
  private static final List<byte[]> PINNED = List.of(CA.chain().get(0));

  private final PinnedDeviceCas signatures = new PinnedDeviceCas();

  /** A Mac whose certificate has ended long ago. */
  private static Issuer mac(Issuer ca) {
    KeyPair pair = Workbench.pair(1);
    Instant from = SettableClock.START.minus(Duration.ofDays(4000));
    return Issuer.of(
        pair.getPrivate(),
        List.of(
            Issuer.der(
                new CertificateDraft(
                        "66ADE930", pair.getPublic().getEncoded(), from, from.plusSeconds(86_400))
                    .signedBy(ca.certificate(), ca.key()))));
  }

  private static byte[] cms(
      CMSTypedData content, String algorithm, boolean direct, boolean attached, Issuer... signers)
      throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    for (Issuer signer : signers) {
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setDirectSignature(direct)
              .build(algorithm, signer.key(), signer.certificate()));
      generator.addCertificate(signer.certificate());
    }
    return generator.generate(content, attached).getEncoded();
  }

  private static byte[] cms(byte[] content, Issuer... signers) throws Exception {
    return cms(new CMSProcessableByteArray(content), "SHA256withRSA", false, true, signers);
  }

  private Statement read(byte[] cms) {
    return signatures.read(cms, PINNED);
  }

  private void assertMalformed(byte[] cms) {
    MdmException e = assertThrows(MdmException.class, () -> read(cms));
    assertEquals("pki.machine_info_malformed", e.code());
  }

  @Test
  public void theKeyOfAppleIsTheOneOfItsCertificate() throws Exception {
    byte[] certificate =
        ForeignAuthority.certificate(
            SharedFolder.require(
                "vectors/zentral__zentral__contrib__mdm__assets__Apple_iPhone_Device_CA_Fullchain.pem"));
    byte[] spki = Issuer.parse(certificate).getSubjectPublicKeyInfo().getEncoded();
    assertEquals(AppleDeviceCa.SHA256, Sha256.hex(spki));
    assertArrayEquals(spki, AppleDeviceCa.key().getEncoded());
  }

  @Test
  public void whatOpensslSignsIsRead() throws Exception {
    byte[] cms = Files.readAllBytes(SharedFolder.require("vectors/generated/ade-sha256.p7"));
    byte[] ca =
        ForeignAuthority.certificate(SharedFolder.require("vectors/generated/ade-deviceca.pem"));
    Statement statement = signatures.read(cms, List.of(ca));
    assertEquals(Optional.empty(), statement.flaw());
    assertArrayEquals(
        Files.readAllBytes(SharedFolder.require("vectors/generated/machineinfo.plist")),
        statement.content());
    assertEquals(
        "Apple's name is no proof",
        Optional.of(Flaw.FOREIGN_SIGNER),
        signatures.read(cms, List.of()).flaw());
  }

  @Test
  public void everyFormThatMacsSendIsBelieved() throws Exception {
    for (String algorithm : List.of("SHA1withRSA", "SHA256withRSA")) {
      for (boolean direct : new boolean[] {true, false}) {
        byte[] cms = cms(new CMSProcessableByteArray(CONTENT), algorithm, direct, true, mac(CA));
        Statement statement = read(cms);
        assertTrue(algorithm + direct, statement.isVerified());
        assertArrayEquals(CONTENT, statement.content());
      }
    }
  }

  @Test
  public void aForeignCaOfTheSameNameIsFoundOut() throws Exception {
    Issuer impostor = Workbench.authority("Some Device CA", 2);
    assertEquals(Optional.of(Flaw.FOREIGN_SIGNER), read(cms(CONTENT, mac(impostor))).flaw());
    assertEquals(Optional.of(Flaw.FOREIGN_SIGNER), read(cms(CONTENT, impostor)).flaw());
    assertEquals(
        Optional.of(Flaw.FOREIGN_SIGNER), signatures.read(cms(CONTENT, mac(CA)), List.of()).flaw());
  }

  @Test
  public void alteredContentIsFoundOut() throws Exception {
    byte[] cms = cms(CONTENT, mac(CA));
    int at = indexOf(cms, CONTENT);
    cms[at + 7] ^= 1;
    assertEquals(Optional.of(Flaw.ALTERED), read(cms).flaw());
  }

  @Test
  public void whatIsNotOneSignersDataIsMalformed() throws Exception {
    Issuer mac = mac(CA);
    CMSTypedData data = new CMSProcessableByteArray(CONTENT);
    CMSTypedData other =
        new CMSProcessableByteArray(new ASN1ObjectIdentifier("1.2.840.113549.1.7.5"), CONTENT);
    assertMalformed(cms(CONTENT));
    assertMalformed(cms(CONTENT, mac, mac(CA)));
    assertMalformed(cms(data, "SHA256withRSA", false, false, mac));
    assertMalformed(cms(other, "SHA256withRSA", false, true, mac));
    assertMalformed(new byte[0]);
    assertMalformed(CONTENT);
    assertMalformed(new byte[70_000]);
  }

  @Test
  public void aCertificateThatIsRubbishIsNotBelieved() throws Exception {
    Issuer mac = mac(CA);
    byte[] cms = cms(CONTENT, mac);
    int at = indexOf(cms, mac.chain().get(0));
    for (int i = at + 4; i < at + mac.chain().get(0).length; i += 7) {
      byte[] broken = cms.clone();
      broken[i] ^= 0x55;
      assertNotBelieved(broken);
    }
  }

  @Test
  public void noTruncationIsBelieved() throws Exception {
    byte[] cms = cms(CONTENT, mac(CA));
    for (int i = 1; i <= 256; i++) {
      assertMalformed(Arrays.copyOf(cms, cms.length - i));
      assertMalformed(Arrays.copyOf(cms, cms.length * i / 257));
    }
  }

  /** Whatever is done to the bytes, the answer is a statement or a refusal in words. */
  @Test
  public void noMutationIsBelievedWithOtherContent() throws Exception {
    byte[] cms = cms(CONTENT, mac(CA));
    Random random = new Random(20);
    for (int round = 0; round < 20_000; round++) {
      byte[] mutated = cms.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        Statement statement = read(mutated);
        assertTrue(!statement.isVerified() || Arrays.equals(CONTENT, statement.content()));
      } catch (MdmException e) {
        assertEquals("pki.machine_info_malformed", e.code());
      }
    }
  }

  private void assertNotBelieved(byte[] cms) {
    try {
      assertFalse(read(cms).isVerified());
    } catch (MdmException e) {
      assertEquals("pki.machine_info_malformed", e.code());
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
