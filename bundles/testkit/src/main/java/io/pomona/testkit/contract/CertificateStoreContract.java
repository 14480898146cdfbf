package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.pki.CertificateStore.Claim;
import io.pomona.api.pki.CertificateStore.Claim.Reason;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code CertificateStore} must do. */
public class CertificateStoreContract extends StoreContract {
  private static final String CHALLENGE = Fixtures.hash("challenge");
  private static final String KEY = Fixtures.hash("key");
  private static final ChallengeBinding BINDING =
      new ChallengeBinding(
          ChallengePurpose.ENROLLMENT,
          Optional.empty(),
          Optional.of(Fixtures.serial(1)),
          Optional.of("jane@example.com"));

  private void save() {
    stores.certificates().saveChallenge(CHALLENGE, BINDING, T, T.plus(HOUR));
  }

  private Claim claim(String transaction, String key) {
    return stores.certificates().claim(CHALLENGE, transaction, key, T.plus(MINUTE));
  }

  private static StoredCertificate certificate(String name) {
    return new StoredCertificate(
        Fixtures.hash(name),
        name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Fixtures.hash("authority"),
        T,
        T.plus(Duration.ofDays(365)),
        BINDING);
  }

  private static void assertRefused(Reason reason, Claim claim) {
    assertEquals(new Claim.Refused(reason), claim);
  }

  @Test
  public void anUnknownChallengeIsRefused() {
    assertRefused(Reason.UNKNOWN, claim("t1", KEY));
  }

  @Test
  public void aChallengeIsGrantedWithItsBinding() {
    save();
    assertEquals(new Claim.Granted(BINDING), claim("t1", KEY));
  }

  @Test
  public void aRenewalsBindingIsKept() {
    stores
        .certificates()
        .saveChallenge(CHALLENGE, ChallengeBinding.renewal(Fixtures.udid(1)), T, T.plus(HOUR));
    assertEquals(new Claim.Granted(ChallengeBinding.renewal(Fixtures.udid(1))), claim("t1", KEY));
  }

  @Test
  public void anExpiredChallengeIsRefused() {
    save();
    assertRefused(
        Reason.EXPIRED,
        stores.certificates().claim(CHALLENGE, "t1", KEY, T.plus(HOUR).plusSeconds(1)));
  }

  @Test
  public void theSameRequestMayClaimAgain() {
    save();
    claim("t1", KEY);
    assertEquals(new Claim.Granted(BINDING), claim("t1", KEY));
  }

  @Test
  public void anotherRequestMayNot() {
    save();
    claim("t1", KEY);
    assertRefused(Reason.USED, claim("t2", KEY));
    assertRefused(Reason.USED, claim("t1", Fixtures.hash("another key")));
    stores.certificates().complete(CHALLENGE, certificate("issued"));
    assertRefused(Reason.USED, claim("t2", KEY));
  }

  @Test
  public void whatWasIssuedIsRepeatedUntilAuthenticate() {
    save();
    claim("t1", KEY);
    StoredCertificate issued = certificate("issued");
    stores.certificates().complete(CHALLENGE, issued);
    Claim again = claim("t1", KEY);
    assertTrue(again.toString(), again instanceof Claim.Repeated);
    assertSame(issued, ((Claim.Repeated) again).certificate());
    ChannelId mac = ChannelId.device(Fixtures.udid(1));
    stores.enrollments().start(Fixtures.start(mac, issued.sha256(), 1, T));
    assertRefused(Reason.USED, claim("t1", KEY));
  }

  private static void assertSame(StoredCertificate expected, StoredCertificate actual) {
    assertEquals(expected.sha256(), actual.sha256());
    assertArrayEquals(expected.der(), actual.der());
    assertEquals(expected.issuerSha256(), actual.issuerSha256());
    assertEquals(expected.notBefore(), actual.notBefore());
    assertEquals(expected.notAfter(), actual.notAfter());
    assertEquals(expected.binding(), actual.binding());
  }

  @Test
  public void theFirstToCompleteWins() {
    save();
    claim("t1", KEY);
    StoredCertificate first = certificate("first");
    assertSame(first, stores.certificates().complete(CHALLENGE, first));
    assertSame(first, stores.certificates().complete(CHALLENGE, certificate("second")));
    assertSame(first, stores.certificates().find(first.sha256()).orElseThrow());
    assertEquals(Optional.empty(), stores.certificates().find(certificate("second").sha256()));
  }

  @Test
  public void whatWasNotClaimedCannotBeCompleted() {
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.certificates().complete(CHALLENGE, certificate("issued")));
  }

  @Test
  public void aCertificateWithoutAChallengeIsSaved() {
    StoredCertificate renewed = certificate("renewed");
    stores.certificates().save(renewed);
    assertSame(renewed, stores.certificates().find(renewed.sha256()).orElseThrow());
    assertEquals(Optional.empty(), stores.certificates().find(Fixtures.hash("unknown")));
  }

  @Test
  public void ofFiftyRequestsOneIsGranted() throws Exception {
    save();
    List<Claim> claims = Race.of(50, i -> () -> claim("t" + i, Fixtures.hash("key " + i)));
    assertEquals(1, claims.stream().filter(Claim.Granted.class::isInstance).count());
    assertEquals(49, claims.stream().filter(new Claim.Refused(Reason.USED)::equals).count());
  }

  @Test
  public void ofFiftyCompletionsOneCounts() throws Exception {
    save();
    claim("t1", KEY);
    List<String> winners =
        Race.of(
            50,
            i ->
                () ->
                    stores.certificates().complete(CHALLENGE, certificate("issued " + i)).sha256());
    assertEquals(1, new HashSet<>(winners).size());
  }
}
