package io.pomona.pki;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.digest.Sha256;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.Test;

public class CertificateVerdictsTest {
  private static final byte[] BODY = "<plist/>".getBytes(StandardCharsets.UTF_8);

  private final Workbench bench = new Workbench();
  private final KeyPair mac = Workbench.pair(1);

  private byte[] identity(Duration life) {
    Instant now = bench.clock.instant();
    return bench.ca.issue(
        new CertificateOrder(mac.getPublic().getEncoded(), "Mac", now, now.plus(life)));
  }

  private static String signature(byte[] content, boolean embedded, Issuer... signers)
      throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    for (Issuer signer : signers) {
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withRSA", signer.key(), signer.certificate()));
      generator.addCertificate(signer.certificate());
    }
    return Base64.getEncoder()
        .encodeToString(
            generator.generate(new CMSProcessableByteArray(content), embedded).getEncoded());
  }

  private Issuer signer(byte[] certificate) {
    return Issuer.of(mac.getPrivate(), List.of(certificate));
  }

  private void assertRefused(String code, String signature) {
    MdmException e = assertThrows(MdmException.class, () -> bench.verdicts.verify(signature, BODY));
    assertEquals(code, e.code());
  }

  @Test
  public void aMacOfOursIsKnown() throws Exception {
    byte[] identity = identity(Duration.ofDays(365));
    String signature = signature(BODY, false, signer(identity));
    for (int i = 0; i < 3; i++) {
      VerifiedCertificate verified = bench.verdicts.verify(signature, BODY);
      assertEquals(Sha256.hex(identity), verified.sha256());
      assertEquals(bench.clock.instant().plus(Duration.ofDays(365)), verified.notAfter());
    }
    assertEquals(Sha256.hex(identity), bench.verdicts.check(identity).sha256());
  }

  @Test
  public void anAlteredBodyIsRefused() throws Exception {
    String signature = signature(BODY, false, signer(identity(Duration.ofDays(1))));
    MdmException e =
        assertThrows(
            MdmException.class, () -> bench.verdicts.verify(signature, "<plist />".getBytes()));
    assertEquals("pki.signature_invalid", e.code());
  }

  @Test
  public void embeddedContentTwoSignersAndRubbishAreMalformed() throws Exception {
    Issuer one = signer(identity(Duration.ofDays(1)));
    Issuer two = signer(identity(Duration.ofDays(2)));
    assertRefused("pki.signature_malformed", signature(BODY, true, one));
    assertRefused("pki.signature_malformed", signature(BODY, false, one, two));
    assertRefused("pki.signature_malformed", signature(BODY, false));
    assertRefused("pki.signature_malformed", "");
    assertRefused("pki.signature_malformed", "@@@");
    assertRefused("pki.signature_malformed", "AAAA");
  }

  @Test
  public void aForeignCaOfTheSameNameIsRefused() throws Exception {
    Issuer foreign = Workbench.authority("Test Device CA", 2);
    assertRefused(
        "pki.foreign_certificate", signature(BODY, false, signer(issuedBy(foreign, draft()))));
  }

  @Test
  public void aCertificateForAnythingElseIsRefused() throws Exception {
    Issuer ours = bench.ring.active().issuer();
    byte[] server =
        issuedBy(
            ours,
            draft().endEntity(KeyUsage.digitalSignature).purpose(KeyPurposeId.id_kp_serverAuth));
    assertRefused("pki.not_a_device_certificate", signature(BODY, false, signer(server)));
    byte[] authority = issuedBy(ours, draft().authority());
    assertRefused("pki.not_a_device_certificate", signature(BODY, false, signer(authority)));
    byte[] encryptionOnly = issuedBy(ours, draft().endEntity(KeyUsage.keyEncipherment));
    assertRefused("pki.not_a_device_certificate", signature(BODY, false, signer(encryptionOnly)));
    assertRefused("pki.not_a_device_certificate", signature(BODY, false, ours));
  }

  private CertificateDraft draft() {
    Instant now = bench.clock.instant();
    return new CertificateDraft(
        "Mac", mac.getPublic().getEncoded(), now, now.plus(Duration.ofDays(9)));
  }

  private static byte[] issuedBy(Issuer issuer, CertificateDraft draft) {
    X509CertificateHolder certificate = draft.signedBy(issuer.certificate(), issuer.key());
    return Issuer.der(certificate);
  }

  @Test
  public void validityIsAskedEachTime() throws Exception {
    String signature = signature(BODY, false, signer(identity(Duration.ofDays(5))));
    Instant now = bench.clock.instant();
    bench.clock.set(now.minus(Duration.ofMinutes(9)));
    bench.verdicts.verify(signature, BODY);
    bench.clock.set(now.minus(Duration.ofMinutes(11)));
    assertRefused("pki.certificate_not_yet_valid", signature);
    bench.clock.set(now.plus(Duration.ofDays(5)));
    bench.verdicts.verify(signature, BODY);
    bench.clock.advance(Duration.ofSeconds(1));
    assertRefused("pki.certificate_expired", signature);
    assertRefused("pki.certificate_expired", signature);
  }

  @Test
  public void aRolledCaStaysTrustedUntilItIsRetired() throws Exception {
    String old = signature(BODY, false, signer(identity(Duration.ofDays(365))));
    bench.verdicts.verify(old, BODY);
    String oldCa = bench.ring.active().sha256();

    bench.ca.roll(Fixtures.ADMIN);
    bench.clock.advance(Duration.ofMinutes(1));
    bench.verdicts.verify(old, BODY);

    bench.stores.keyMaterial().retire(oldCa);
    bench.clock.advance(Duration.ofMinutes(1));
    assertRefused("pki.foreign_certificate", old);
  }

  @Test
  public void theCaThatAnotherNodeHasMadeIsFoundAtOnce() throws Exception {
    bench.ring.trusted();
    new DeviceCa(bench.ring()).roll(Fixtures.ADMIN);
    bench.clock.advance(Duration.ofSeconds(1));
    Issuer fresh = bench.ring().active().issuer();
    bench.verdicts.verify(signature(BODY, false, signer(issuedBy(fresh, draft()))), BODY);
  }

  @Test
  public void aSignatureMadeByOpensslIsAccepted() throws Exception {
    byte[] cms = Files.readAllBytes(SharedFolder.require("vectors/generated/sig-sha256.der"));
    byte[] body = Files.readAllBytes(SharedFolder.require("vectors/generated/body.plist"));
    byte[] ca = ForeignAuthority.certificate(SharedFolder.require("vectors/generated/ca.pem"));
    SettableClock clock = new SettableClock(Instant.parse("2026-12-01T00:00:00Z"));
    Workbench openssl =
        new Workbench(clock, Issuer.of(Workbench.pair(0).getPrivate(), List.of(ca)));
    String header = Base64.getEncoder().encodeToString(cms);

    byte[] mac = ForeignAuthority.certificate(SharedFolder.require("vectors/generated/dev.pem"));
    assertEquals(Sha256.hex(mac), openssl.verdicts.verify(header, body).sha256());
    body[0] ^= 1;
    assertThrows(MdmException.class, () -> openssl.verdicts.verify(header, body));
    assertRefused("pki.foreign_certificate", header);
  }

  @Test
  public void theSignatureOfARealMacOfAnotherServerIsRefused() throws Exception {
    byte[] cms =
        Files.readAllBytes(SharedFolder.require("vectors/nanomdm__mdmSignatureHeader1.bin"));
    assertRefused("pki.foreign_certificate", Base64.getEncoder().encodeToString(cms));
  }
}
