package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PresignedPollsTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final Authority authority =
      Authority.create("CN=Device CA", TestKeys.KEYS.next(), Clock.systemUTC());

  @Test
  public void theFolderGivesTheSameIdentitiesAgain() throws Exception {
    IdentityFolder folder = new IdentityFolder(temporary.getRoot().toPath());

    List<BenchmarkIdentity> first = folder.provide(authority, 20, 2);
    List<BenchmarkIdentity> second = folder.provide(authority, 20, 2);

    assertEquals(
        first.stream().map(mac -> mac.identity().certificate()).toList(),
        second.stream().map(mac -> mac.identity().certificate()).toList());
    Set<Object> keys = new HashSet<>();
    Set<Object> certificates = new HashSet<>();
    for (BenchmarkIdentity mac : first) {
      keys.add(mac.identity().key());
      certificates.add(mac.identity().certificate());
    }
    assertEquals(2, keys.size());
    assertEquals(20, certificates.size());
  }

  @Test
  public void aPresignedIdleHoldsItsSignature() throws Exception {
    BenchmarkIdentity mac =
        new IdentityFolder(temporary.getRoot().toPath()).provide(authority, 1, 1).get(0);

    PresignedPolls.Presigned idle = new PresignedPolls(mac).idle();

    assertEquals("Idle", Plist.read(idle.body()).text("Status").orElseThrow());
    CMSSignedData signed =
        new CMSSignedData(
            new CMSProcessableByteArray(idle.body()), Base64.getDecoder().decode(idle.signature()));
    assertTrue(
        signed
            .getSignerInfos()
            .getSigners()
            .iterator()
            .next()
            .verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Certificates.BOUNCY_CASTLE)
                    .build(mac.identity().certificate())));
  }
}
