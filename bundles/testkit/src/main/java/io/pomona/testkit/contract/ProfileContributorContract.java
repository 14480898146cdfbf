package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.profile.MobileConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/**
 * What every {@link ProfileContributor} must do. Above all: what several Macs have under one digest
 * is made for one of them and sent to all.
 */
public abstract class ProfileContributorContract {
  /** The same one each time that a test asks. */
  protected abstract ProfileContributor contributor();

  /**
   * Macs that differ in all that the contributor looks at, the same ones each time; two at least
   * should have something.
   */
  protected abstract List<Host> hosts();

  private List<DesiredProfile> wanted(Host host) {
    return contributor().profilesFor(host);
  }

  private byte[] content(Host host, DesiredProfile profile) {
    return contributor().content(host, profile);
  }

  @Test
  public final void whatHasOneDigestIsTheSameForEveryMac() {
    Map<String, DesiredProfile> named = new HashMap<>();
    Map<String, byte[]> sent = new HashMap<>();
    for (Host host : hosts()) {
      for (DesiredProfile profile : wanted(host)) {
        byte[] content = content(host, profile);
        DesiredProfile first = named.putIfAbsent(profile.contentSha256(), profile);
        assertEquals(first == null ? profile : first, profile);
        byte[] other = sent.putIfAbsent(profile.contentSha256(), content);
        assertArrayEquals(
            "host " + host.id().value() + " would be sent what is another's",
            other == null ? content : other,
            content);
      }
    }
    Set<String> bytes = new HashSet<>();
    sent.values().forEach(content -> bytes.add(Sha256.hex(content)));
    assertEquals("one digest for each that is different", sent.size(), bytes.size());
  }

  @Test
  public final void theDigestIsOfTheBytesUnlessTheyDifferEachTime() {
    for (Host host : hosts()) {
      for (DesiredProfile profile : wanted(host)) {
        assertTrue(profile.contentSha256().matches("[0-9a-f]{64}"));
        byte[] content = content(host, profile);
        if (Arrays.equals(content, content(host, profile))) {
          assertEquals(Sha256.hex(content), profile.contentSha256());
        }
      }
    }
  }

  @Test
  public final void theContentHasTheNamesByWhichAMacReportsIt() {
    for (Host host : hosts()) {
      for (DesiredProfile profile : wanted(host)) {
        MobileConfig content = MobileConfig.read(content(host, profile));
        assertEquals(profile.identifier(), content.identifier());
        assertEquals(profile.payloadUuid(), content.uuid());
      }
    }
  }

  @Test
  public final void whoIsAskedAgainSaysTheSameAlsoForManyAtOnce() {
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    hosts().forEach(host -> each.put(host.id(), wanted(host)));
    assertEquals(each, contributor().profilesFor(hosts()));
    hosts().forEach(host -> wanted(host).forEach(profile -> content(host, profile)));
    assertEquals("its content was asked for meanwhile", each, contributor().profilesFor(hosts()));
  }

  @Test
  public final void noMacHasTwoOfOneIdentifier() {
    int having = 0;
    for (Host host : hosts()) {
      List<DesiredProfile> all = wanted(host);
      assertEquals(all.size(), all.stream().map(DesiredProfile::identifier).distinct().count());
      having += all.isEmpty() ? 0 : 1;
    }
    assertTrue("the Macs should be such that two have something", having > 1);
  }

  @Test
  public final void itsNameIsInLowerCase() {
    assertTrue(contributor().name(), contributor().name().matches("[a-z][a-z0-9_.-]*"));
  }
}
