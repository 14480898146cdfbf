package io.pomona.updates.nudge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.rest.ByteRange;
import io.pomona.api.rest.Download;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstall.Status;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SamplePackages;
import io.pomona.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** Nudge on its way to Macs. */
public class NudgeInstallerTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final NudgePackages packages =
      new NudgePackages(
          stores.nudgePackages(), stores.largeFiles(), FakeAccess.allowingAll(), clock);
  private final NudgeInstaller installer =
      new NudgeInstaller(
          stores.updatePolicies(),
          stores.nudgePackages(),
          stores.nudgeInstalls(),
          stores.nudgeDue(),
          stores.organization(),
          clock);
  private final NudgeOutcomes outcomes = new NudgeOutcomes(stores.nudgeInstalls(), clock);
  private final NudgeDownloads downloads =
      new NudgeDownloads(stores.nudgeInstalls(), stores.largeFiles(), outcomes, clock);

  @Before
  public void setUp() {
    Fixtures.setUp(stores.users());
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            Optional.of(
                new UpdatePolicy(
                    "14.6.1", LocalDate.of(2099, 1, 1), LocalTime.of(20, 0), ZoneId.of("UTC"))),
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  private NudgePackage upload(int size) {
    return packages.add(
        Fixtures.ADMIN, "Nudge.pkg", new ByteArrayInputStream(SamplePackages.signed(size)));
  }

  private void mac(int number, String version) {
    NudgeScene.mac(stores, number, version, clock.instant());
  }

  /** What the Mac is sent when it asks. */
  private Optional<PlistDict> poll(int number) {
    return stores
        .commandQueue()
        .exchange(Reports.idle(NudgeScene.channel(number)), clock.instant())
        .map(PlistReader::read);
  }

  private static String url(PlistDict command) {
    return command
        .dict("Command")
        .orElseThrow()
        .dict("Manifest")
        .orElseThrow()
        .dicts("items")
        .get(0)
        .dicts("assets")
        .get(0)
        .string("url")
        .orElseThrow();
  }

  private static String token(PlistDict command) {
    return url(command).replaceAll(".*token=", "");
  }

  private NudgeInstall install(int number) {
    var id = NudgeScene.find(stores, number).id();
    return stores.nudgeInstalls().of(List.of(id)).get(id);
  }

  private void ended(int number, CommandState state) {
    outcomes.ended(
        new CommandOutcome(
            new CommandRecord(
                1,
                install(number).command(),
                NudgeScene.channel(number),
                NudgeScene.find(stores, number).id(),
                "",
                "InstallEnterpriseApplication",
                state,
                NudgeInstaller.OWNER,
                "Pomona",
                "",
                clock.instant(),
                clock.instant()),
            Optional.empty()));
  }

  private byte[] fetch(String token) {
    Download download = downloads.find(token);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    download.content().write(ByteRange.all(download.size()), out);
    return out.toByteArray();
  }

  @Test
  public void onlyMacsThatHaveUseForItAreTold() {
    upload(10);
    mac(1, "13.6");
    mac(2, "14.1");
    mac(3, "14.6.1");
    mac(4, "11.7");
    mac(5, "12.1");
    installer.sweep();
    assertTrue(poll(1).isPresent());
    assertEquals(Optional.empty(), poll(2));
    assertEquals(Optional.empty(), poll(3));
    assertEquals(Optional.empty(), poll(4));
    assertTrue(poll(5).isPresent());
  }

  @Test
  public void withoutAPackageNobodyIsTold() {
    mac(1, "13.6");
    installer.sweep();
    assertEquals(Optional.empty(), poll(1));
  }

  @Test
  public void oneNodeAtATimeLooksAtAMac() {
    upload(10);
    mac(1, "13.6");
    stores.nudgeDue().leaseDue(1, clock.instant(), NudgeInstaller.LEASE);
    installer.sweep();
    assertEquals("the other node has it", Optional.empty(), poll(1));
    clock.advance(NudgeInstaller.LEASE);
    installer.sweep();
    assertTrue("that node is gone", poll(1).isPresent());
  }

  @Test
  public void whatWasSettledIsLookedAtNoMore() {
    upload(10);
    mac(1, "14.6.1");
    mac(2, "13.6");
    installer.sweep();
    assertEquals(List.of(), stores.nudgeDue().leaseDue(9, clock.instant(), NudgeInstaller.LEASE));
    installer.everyone();
    installer.sweep();
    assertEquals("who was told waits on", 1, install(2).attempts());
    clock.advance(NudgeInstaller.LIFE);
    installer.sweep();
    assertEquals("and is still told again then", 2, install(2).attempts());
  }

  @Test
  public void oneThatFailsKeepsNoOtherWaiting() {
    upload(10);
    mac(1, "13.6");
    mac(2, "13.6");
    HostId first = NudgeScene.find(stores, 1).id();
    NudgeInstaller broken =
        new NudgeInstaller(
            stores.updatePolicies(),
            stores.nudgePackages(),
            new FailingFor(first),
            stores.nudgeDue(),
            stores.organization(),
            clock);
    broken.sweep();
    assertEquals(Optional.empty(), poll(1));
    assertTrue(poll(2).isPresent());
    clock.advance(NudgeInstaller.LEASE);
    installer.sweep();
    assertTrue("it is tried again", poll(1).isPresent());
  }

  /** A store that cannot tell one host. */
  private final class FailingFor implements NudgeInstallStore {
    private final HostId host;
    private final NudgeInstallStore next = stores.nudgeInstalls();

    private FailingFor(HostId host) {
      this.host = host;
    }

    @Override
    public Map<HostId, NudgeInstall> of(Collection<HostId> hosts) {
      return next.of(hosts);
    }

    @Override
    public Optional<NudgeInstall> byToken(String tokenSha256) {
      return next.byToken(tokenSha256);
    }

    @Override
    public boolean tell(NudgeInstall told, CommandOrder command, Instant now) {
      if (told.host().equals(host)) {
        throw new IllegalStateException("This host's row is broken");
      }
      return next.tell(told, command, now);
    }

    @Override
    public boolean save(NudgeInstall install) {
      return next.save(install);
    }
  }

  @Test
  public void aMacFetchesItFromAnAddressOfItsOwn() {
    upload(4000);
    mac(1, "13.6");
    mac(2, "13.6");
    installer.sweep();
    installer.sweep();
    PlistDict command = poll(1).orElseThrow();
    assertTrue(
        url(command), url(command).startsWith("https://mdm.example.com/mdm/apple/nudge?token="));
    assertNotEquals(token(command), token(poll(2).orElseThrow()));
    ended(1, CommandState.ACKNOWLEDGED);
    assertEquals(Status.ACKNOWLEDGED, install(1).status());
    assertArrayEquals(SamplePackages.signed(4000), fetch(token(command)));
    assertEquals(Status.FETCHED, install(1).status());
    assertEquals(Status.QUEUED, install(2).status());
    assertThrows(MdmException.class, () -> downloads.find("guessed"));
    clock.advance(Duration.ofDays(31));
    assertThrows("it ends", MdmException.class, () -> downloads.find(token(command)));
    installer.sweep();
    assertEquals("who has it is not told again", 1, install(1).attempts());
    assertEquals("the other one never came", 2, install(2).attempts());
  }

  @Test
  public void oneThatFetchesFirstAndAnswersThenHasItAsWell() {
    upload(10);
    mac(1, "13.6");
    installer.sweep();
    fetch(token(poll(1).orElseThrow()));
    assertEquals(Status.QUEUED, install(1).status());
    ended(1, CommandState.ACKNOWLEDGED);
    assertEquals(Status.FETCHED, install(1).status());
  }

  @Test
  public void whatFailedIsTriedAgainLaterAndLater() {
    upload(10);
    mac(1, "13.6");
    installer.sweep();
    ended(1, CommandState.ERROR);
    assertEquals(Status.FAILED, install(1).status());
    installer.sweep();
    assertEquals(1, install(1).attempts());
    clock.advance(Duration.ofHours(1));
    installer.sweep();
    assertEquals(2, install(1).attempts());
    assertEquals(Status.QUEUED, install(1).status());
    ended(1, CommandState.ERROR);
    clock.advance(Duration.ofHours(1));
    installer.sweep();
    assertEquals(2, install(1).attempts());
    assertEquals(Duration.ofDays(1), NudgeOutcomes.pause(30));
  }

  @Test
  public void whoTookTheCommandAndNeverFetchedIsToldAgain() {
    upload(10);
    mac(1, "13.6");
    installer.sweep();
    ended(1, CommandState.ACKNOWLEDGED);
    clock.advance(Duration.ofDays(1));
    installer.sweep();
    assertEquals(2, install(1).attempts());
  }

  @Test
  public void anotherPackageIsInstalledAnew() {
    upload(10);
    mac(1, "13.6");
    installer.sweep();
    fetch(token(poll(1).orElseThrow()));
    ended(1, CommandState.ACKNOWLEDGED);
    NudgePackage second = upload(20);
    installer.sweep();
    assertEquals(second.sha256(), install(1).packageSha256());
    assertEquals(Status.QUEUED, install(1).status());
  }

  @Test
  public void aMacThatIsUpToDateIsLeftAlone() {
    upload(10);
    mac(1, "13.6");
    mac(1, "14.6.1");
    installer.sweep();
    assertEquals(Optional.empty(), poll(1));
  }

  @Test
  public void whatIsNoPackageIsRefusedInWords() {
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                packages.add(
                    Fixtures.ADMIN,
                    "Nudge.pkg",
                    new ByteArrayInputStream(SamplePackages.unsigned())));
    assertEquals("updates.package_not_signed", refused.code());
    assertEquals("updates.no_nudge_package", notFound());
  }

  private String notFound() {
    return assertThrows(MdmException.class, () -> packages.find(Fixtures.ADMIN)).code();
  }

  @Test
  public void uploadsAreTold() {
    upload(10);
    upload(20);
    packages.delete(Fixtures.ADMIN);
    assertEquals("updates.no_nudge_package", notFound());
    assertEquals(
        List.of(
            "deleted_nudge_package",
            "added_nudge_package",
            "deleted_nudge_package",
            "added_nudge_package"),
        stores.activities().newest(PageRequest.first(4)).stream().map(Activity::type).toList());
  }

  @Test
  public void whoMayNotUploadsNothing() {
    ByteArrayInputStream content = new ByteArrayInputStream(SamplePackages.signed(10));
    int all = content.available();
    NudgePackages closed =
        new NudgePackages(
            stores.nudgePackages(), stores.largeFiles(), FakeAccess.denyingAll(), clock);
    assertThrows(MdmException.class, () -> closed.add(Fixtures.ADMIN, "a.pkg", content));
    assertEquals(all, content.available());
  }
}
