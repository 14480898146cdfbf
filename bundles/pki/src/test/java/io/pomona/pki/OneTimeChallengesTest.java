package io.pomona.pki;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.pki.CertificateStore.Claim;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.protocol.digest.Sha256;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

public class OneTimeChallengesTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final OneTimeChallenges challenges = new OneTimeChallenges(stores.certificates(), clock);

  private String issue() {
    return challenges.issue(ChallengeBinding.anyMac(), Duration.ofHours(1)).revealText();
  }

  @Test
  public void eachIsAnotherAndFitsIntoAProfile() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String challenge = issue();
      assertTrue(challenge, challenge.matches("[A-Za-z0-9_-]{43}"));
      assertTrue(seen.add(challenge));
    }
  }

  @Test
  public void itsHashIsWhatCountsUntilItsTimeIsOver() {
    String challenge = issue();
    assertEquals(
        new Claim.Refused(Claim.Reason.UNKNOWN),
        stores.certificates().claim(challenge, "t", "k", clock.instant()));
    clock.advance(Duration.ofMinutes(61));
    assertEquals(
        new Claim.Refused(Claim.Reason.EXPIRED),
        stores.certificates().claim(Sha256.hex(challenge), "t", "k", clock.instant()));
  }
}
