package io.pomona.pki.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.pki.Workbench;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.digest.Sha256;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.Before;
import org.junit.Test;

public class RenewalRequestTest {
  private final Workbench bench = new Workbench();
  private final ChannelId mac = ChannelId.device(Fixtures.udid(1));
  private X509CertificateHolder identity;

  @Before
  public void enroll() throws Exception {
    identity = send(MacRequest.to(bench).challenge(bench.challenge())).issued();
    bench
        .stores
        .enrollments()
        .start(Fixtures.start(mac, sha256(identity), 1, bench.clock.instant()));
  }

  private static String sha256(X509CertificateHolder certificate) throws Exception {
    return Sha256.hex(certificate.getEncoded());
  }

  private MacAnswer send(MacRequest request) throws Exception {
    byte[] answer = (byte[]) bench.scep.post("PKIOperation", request.encode()).getEntity();
    return request.read(answer);
  }

  private MacRequest renewal() {
    MacRequest request = MacRequest.to(bench).type("17");
    request.signer = Workbench.pair(1);
    request.signerCertificate = Optional.of(identity);
    request.key = Workbench.pair(3);
    request.transactionId = "renewal";
    return request;
  }

  private void assertRefused(MacRequest request) throws Exception {
    int before = bench.signed.get();
    assertEquals("4", send(request).failInfo().orElseThrow());
    assertEquals(before, bench.signed.get());
  }

  @Test
  public void theNextIdentityIsForTheSameMac() throws Exception {
    X509CertificateHolder next = send(renewal()).issued();

    assertEquals(renewal().keyInfo(), next.getSubjectPublicKeyInfo());
    StoredCertificate stored = bench.stores.certificates().find(sha256(next)).orElseThrow();
    assertEquals(ChallengeBinding.renewal(mac.device()), stored.binding());
    assertEquals(ChallengePurpose.RENEWAL, stored.binding().purpose());
  }

  @Test
  public void aHundredReplaysGetTheOneCertificate() throws Exception {
    X509CertificateHolder next = send(renewal()).issued();
    byte[] message = renewal().encode();
    for (int i = 0; i < 100; i++) {
      byte[] answer = (byte[]) bench.scep.post("PKIOperation", message).getEntity();
      assertEquals(next, renewal().read(answer).issued());
    }
    assertEquals(2, bench.signed.get());
  }

  @Test
  public void anIdentityThatNoMacHasUsedIsRefused() throws Exception {
    MacRequest request = renewal();
    MacRequest unused = MacRequest.to(bench).challenge(bench.challenge());
    unused.transactionId = "unused";
    request.signerCertificate = Optional.of(send(unused).issued());
    assertRefused(request);
  }

  @Test
  public void theIdentityBeforeTheCurrentOneIsRefused() throws Exception {
    X509CertificateHolder next = send(renewal()).issued();
    bench.stores.enrollments().start(Fixtures.renewal(mac, sha256(next), 1, bench.clock.instant()));
    bench.stores.enrollments().settleIdentity(mac, sha256(next));

    MacRequest again = renewal();
    again.transactionId = "again";
    assertRefused(again);
  }

  @Test
  public void anExpiredIdentityIsRefused() throws Exception {
    bench.clock.advance(Duration.ofDays(366));
    assertRefused(renewal());
  }

  @Test
  public void aSelfSignedIdentityIsRefused() throws Exception {
    MacRequest request = renewal();
    request.signerCertificate = Optional.of(MacRequest.selfSigned(request.signer));
    assertRefused(request);
  }

  @Test
  public void anotherNodesRollDoesNotDisturbIt() throws Exception {
    bench.clock.advance(Duration.ofSeconds(1));
    bench.ca.roll(Fixtures.ADMIN);
    MacRequest request = renewal();
    request.ca = bench.ring.issuerOf(identity).orElseThrow().issuer().certificate();
    MacAnswer answer = send(request);
    assertTrue(answer.isSuccess());
    assertNotEquals(identity.getIssuer(), answer.issued().getIssuer());
  }
}
