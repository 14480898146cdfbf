package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.signature.SignedContent;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.Selector;
import org.junit.Test;

public class ProfileSigningTest {
  private static final byte[] PROFILE = "<plist>é</plist>".getBytes(StandardCharsets.UTF_8);

  // Bouncy Castle puts the real time into what it signs.
  private final SettableClock clock = new SettableClock(java.time.Instant.now());
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ServerRoot root =
      new ServerRoot(new SealedKeys(stores.keyMaterial(), new FakeSecretVault()), clock);
  private final ProfileSigning signing = new ProfileSigning(root, clock);

  @Test
  public void theProfileIsInsideAndItsSignerUnderTheRoot() throws Exception {
    byte[] signed = signing.sign(PROFILE);
    assertArrayEquals(PROFILE, SignedContent.unwrap(signed));

    CMSSignedData data = new CMSSignedData(signed);
    SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder certificate = certificate(data, signer);
    assertTrue(
        signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(certificate)));
    assertEquals("2.16.840.1.101.3.4.2.1", signer.getDigestAlgOID());
    assertTrue(
        certificate.isSignatureValid(
            new JcaContentVerifierProviderBuilder().build(root.root().certificate())));
    assertEquals(2, data.getCertificates().getMatches(null).size());
  }

  @SuppressWarnings("unchecked")
  private static X509CertificateHolder certificate(CMSSignedData data, SignerInformation signer) {
    Collection<X509CertificateHolder> found =
        data.getCertificates().getMatches((Selector<X509CertificateHolder>) signer.getSID());
    return found.iterator().next();
  }

  @Test
  public void theSignerIsRenewedBeforeItEnds() {
    signing.sign(PROFILE);
    String first = signer();
    clock.advance(Duration.ofDays(700));
    signing.sign(PROFILE);
    assertEquals(first, signer());
    clock.advance(Duration.ofDays(100));
    signing.sign(PROFILE);
    assertTrue(!first.equals(signer()));
  }

  private String signer() {
    return stores.keyMaterial().list("profile-signer").stream()
        .filter(each -> each.active())
        .findFirst()
        .orElseThrow()
        .id();
  }
}
