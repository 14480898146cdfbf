package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class LostAndFoundTest {
  private static final String SAVER = "org.example.saver";

  private final ProfilesWorld world = new ProfilesWorld();

  private void forgetNews() {
    world.stores.outbox().done(world.news().stream().map(OutboxItem::id).toList());
  }

  private void cancel(CommandUuid uuid) {
    world
        .stores
        .commandHistory()
        .find(uuid)
        .forEach(
            record ->
                world
                    .stores
                    .commandQueue()
                    .cancel(
                        uuid,
                        Map.of(record.channel(), Fixtures.activity("canceled_mdm_command")),
                        world.clock.instant()));
  }

  @Test
  public void aLostOutcomeHealsAtTheSweep() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.poll();
    forgetNews();
    world.settle(mac);
    assertEquals(ProfileStatus.PENDING, world.status(mac));
    world.clock.advance(Duration.ofDays(1));
    world.reconciler.sweep();
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aPendingProfileThatTheMacListsIsVerified() {
    TestMac mac = world.mac(1);
    world.add("org.example.dock", 60);
    world.settle(mac);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.poll();
    forgetNews();
    world.clock.advance(Duration.ofHours(13));
    HostProfile dock = row(mac, "org.example.dock");
    CommandUuid list = listNow(mac);
    assertEquals(ProfileStatus.VERIFIED, dock.status());
    assertEquals(ProfileStatus.VERIFIED, row(mac, SAVER).status());
    assertTrue(!list.value().isEmpty());
  }

  private CommandUuid listNow(TestMac mac) {
    CommandBatch batch = new CommandBatch(world.clock.instant());
    CommandUuid uuid = batch.list(mac.mac.channel());
    world.stores.commandQueue().enqueue(batch.orders(), List.of(), world.clock.instant());
    mac.poll();
    world.deliver();
    return uuid;
  }

  private HostProfile row(TestMac mac, String identifier) {
    return world.rows(mac).stream()
        .filter(row -> row.identifier().equals(identifier))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void anOlderProfileUnderTheSameUuidVerifiesNothing() {
    TestMac mac = world.mac(1);
    String uuid = SampleProfiles.uuid("same");
    var old =
        world.library.add(
            Fixtures.ADMIN,
            Optional.empty(),
            SampleProfiles.profile(SAVER, "One", uuid, payload(300)));
    world.settle(mac);
    world.delete(old);
    world.library.add(
        Fixtures.ADMIN, Optional.empty(), SampleProfiles.profile(SAVER, "One", uuid, payload(600)));
    world.reconciler.reconcile();
    cancel(world.row(mac).command().orElseThrow());
    world.deliver();
    listNow(mac);
    assertEquals(ProfileStatus.PENDING, world.status(mac));
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals(2, mac.done.stream().filter("InstallProfile"::equals).count());
  }

  private static io.pomona.protocol.plist.PlistDict payload(int idleTime) {
    return io.pomona.protocol.plist.PlistDict.builder()
        .put("PayloadType", "com.apple.screensaver")
        .put("idleTime", idleTime)
        .build();
  }

  @Test
  public void aListFromBeforeTheAcknowledgementVerifiesNothing() {
    TestMac mac = world.mac(1);
    String uuid = SampleProfiles.uuid("same");
    var old =
        world.library.add(
            Fixtures.ADMIN,
            Optional.empty(),
            SampleProfiles.profile(SAVER, "One", uuid, payload(300)));
    world.settle(mac);
    world.clock.advance(Duration.ofHours(13));
    world.reconciler.sweep();
    world.reconciler.reconcile();
    mac.poll();
    List<OutboxItem> list = world.news();
    world.delete(old);
    world.library.add(
        Fixtures.ADMIN, Optional.empty(), SampleProfiles.profile(SAVER, "One", uuid, payload(600)));
    world.reconciler.reconcile();
    mac.poll();
    world.deliver();
    list.forEach(world::tell);
    assertEquals(ProfileStatus.VERIFYING, world.status(mac));
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aListThatWaitsServesWhatIsAcknowledgedMeanwhile() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.add("org.example.dock", 60);
    world.reconciler.reconcile();
    mac.poll();
    List<OutboxItem> news = world.news();
    world.tell(news.get(0));
    world.reconciler.reconcile();
    world.tell(news.get(1));
    world.reconciler.reconcile();
    world.settle(mac);
    assertEquals(List.of("InstallProfile", "InstallProfile", "ProfileList"), mac.done);
    world.rows(mac).forEach(row -> assertEquals(ProfileStatus.VERIFIED, row.status()));
  }

  @Test
  public void aCancelledInstallIsSentAgain() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    cancel(world.row(mac).command().orElseThrow());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aCancelledListIsAskedForAgainLater() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.poll();
    world.deliver();
    world.reconciler.reconcile();
    cancel(world.row(mac).command().orElseThrow());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFYING, world.status(mac));
    world.clock.advance(Duration.ofMinutes(61));
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aContributorThatThrowsLeavesTheMacAsItIs() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.settle(mac);
    Quarrelsome quarrelsome = new Quarrelsome();
    world.contribute(quarrelsome, 0);
    world.settle(mac);
    assertEquals(Set.of(SAVER), mac.installed.keySet());
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    quarrelsome.quiet = true;
    world.clock.advance(Reconciler.AFTER_TROUBLE);
    world.settle(mac);
    assertEquals(Set.of(SAVER, "org.example.quarrel"), mac.installed.keySet());
  }

  @Test
  public void aContributorThatGoesAwayTakesNothingOff() {
    TestMac mac = world.mac(1);
    Quarrelsome other = new Quarrelsome();
    other.quiet = true;
    world.contribute(other, 0);
    world.settle(mac);
    world.contributors.remove(other);
    world.reconciler.sweep();
    world.settle(mac);
    assertEquals(Set.of("org.example.quarrel"), mac.installed.keySet());
    assertEquals(ProfileOperation.INSTALL, world.row(mac).operation());
  }

  @Test
  public void ofTwoContributorsTheHigherRankingWins() {
    TestMac mac = world.mac(1);
    Quarrelsome lower = new Quarrelsome();
    Quarrelsome higher = new Quarrelsome();
    lower.quiet = true;
    higher.quiet = true;
    higher.idleTime = 999;
    world.contribute(lower, 5);
    world.contribute(higher, 10);
    world.settle(mac);
    assertEquals(higher.profilesFor(host(mac)).get(0).payloadUuid(), world.row(mac).payloadUuid());
  }

  private Host host(TestMac mac) {
    return world.stores.hosts().find(mac.mac.host()).orElseThrow();
  }

  /** Says what it wants only when it is quiet. */
  private static final class Quarrelsome implements ProfileContributor {
    private boolean quiet;
    private int idleTime = 1;

    @Override
    public String name() {
      return "quarrelsome";
    }

    @Override
    public List<DesiredProfile> profilesFor(Host host) {
      if (!quiet) {
        throw new IllegalStateException("not today");
      }
      String uuid = io.pomona.protocol.profile.MobileConfig.read(content(host)).uuid();
      return List.of(
          new DesiredProfile(
              "org.example.quarrel", "Quarrel", uuid, Fixtures.hash("quarrel" + idleTime)));
    }

    @Override
    public byte[] content(Host host, DesiredProfile profile) {
      return content(host);
    }

    private byte[] content(Host host) {
      return SampleProfiles.screenSaver("org.example.quarrel", "Quarrel", idleTime);
    }
  }
}
