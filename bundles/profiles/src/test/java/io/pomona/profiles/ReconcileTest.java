package io.pomona.profiles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ReconcileTest {
  private static final String SAVER = "org.example.saver";

  private final ProfilesWorld world = new ProfilesWorld();

  private List<String> queuedTypes() {
    return world.stores.commandHistory().list(Optional.empty(), PageRequest.first(1000)).stream()
        .filter(record -> !record.state().isEnded())
        .map(CommandRecord::requestType)
        .toList();
  }

  @Test
  public void aProfileIsInstalledAndThenVerified() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    HostProfile pending = world.row(mac);
    assertEquals(ProfileStatus.PENDING, pending.status());
    assertEquals(ProfileOperation.INSTALL, pending.operation());
    assertEquals("custom", pending.contributor());
    mac.poll();
    assertEquals(ProfileStatus.PENDING, world.status(mac));
    world.deliver();
    assertEquals(ProfileStatus.VERIFYING, world.status(mac));
    world.reconciler.reconcile();
    assertEquals(List.of("ProfileList"), queuedTypes());
    mac.poll();
    world.deliver();
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    world.settle(mac);
    assertEquals(List.of("InstallProfile", "ProfileList"), mac.done);
  }

  @Test
  public void aMacThatEnrollsLaterGetsItToo() {
    world.add(SAVER, 300);
    TestMac mac = world.mac(1);
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals(Set.of(SAVER), mac.installed.keySet());
  }

  @Test
  public void oneOrderServesManyMacs() {
    TestMac one = world.mac(1);
    TestMac two = world.mac(2);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    assertEquals(world.row(one).command(), world.row(two).command());
    world.settle(one);
    assertEquals(ProfileStatus.VERIFIED, world.status(one));
    assertEquals(ProfileStatus.PENDING, world.status(two));
    world.settle(one, two);
    assertEquals(ProfileStatus.VERIFIED, world.status(two));
  }

  @Test
  public void theTimelineSaysWhyAndWhatTookThePlace() {
    TestMac mac = world.mac(1);
    Profile saver = world.add(SAVER, 300);
    world.reconciler.reconcile();
    CommandUuid install = world.row(mac).command().orElseThrow();
    world.delete(saver);
    world.reconciler.reconcile();
    CommandUuid removal = world.row(mac).command().orElseThrow();
    CommandTrail old = trail(install);
    assertEquals("profile " + saver.name(), old.reason());
    assertEquals(CommandState.CANCELLED, old.command().state());
    assertEquals(Optional.of(removal), old.replacedBy());
    assertEquals("profile " + saver.name() + " is no longer wanted", trail(removal).reason());
  }

  private CommandTrail trail(CommandUuid uuid) {
    return world
        .stores
        .commandTimeline()
        .ofCommand(uuid, Optional.empty(), TeamScope.everywhere(), Optional.empty(), 1)
        .get(0);
  }

  @Test
  public void aDeletedProfileIsRemovedAndItsRowGoes() {
    TestMac mac = world.mac(1);
    Profile saver = world.add(SAVER, 300);
    world.add("org.example.dock", 60);
    world.settle(mac);
    world.delete(saver);
    world.reconciler.reconcile();
    HostProfile leaving =
        world.rows(mac).stream().filter(row -> row.identifier().equals(SAVER)).findFirst().get();
    assertEquals(ProfileOperation.REMOVE, leaving.operation());
    assertEquals(ProfileStatus.PENDING, leaving.status());
    world.settle(mac);
    assertEquals(Set.of("org.example.dock"), mac.installed.keySet());
    assertEquals("org.example.dock", world.row(mac).identifier());
  }

  @Test
  public void whatIsNotThereCountsAsRemoved() {
    TestMac mac = world.mac(1);
    Profile saver = world.add(SAVER, 300);
    world.settle(mac);
    mac.installed.clear();
    world.delete(saver);
    world.settle(mac);
    assertEquals(List.of(), world.rows(mac));
  }

  @Test
  public void aRefusedProfileIsTriedTwiceAndFailsWithApplesReason() {
    TestMac mac = world.mac(1);
    mac.refuses.add(SAVER);
    world.add(SAVER, 300);
    world.settle(mac);
    HostProfile failed = world.row(mac);
    assertEquals(ProfileStatus.FAILED, failed.status());
    assertTrue(failed.detail(), failed.detail().contains("The profile is not acceptable."));
    assertEquals(List.of("InstallProfile", "InstallProfile"), mac.done);
    world.reconciler.sweep();
    world.settle(mac);
    assertEquals(2, mac.done.size());
  }

  @Test
  public void aTransientRefusalIsHealedByTheSecondTry() {
    TestMac mac = world.mac(1);
    mac.refuses.add(SAVER);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.poll();
    mac.refuses.clear();
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals("", world.row(mac).detail());
  }

  @Test
  public void aNewContentReplacesTheOldEvenWhenThatOneWasPutOff() {
    TestMac mac = world.mac(1);
    Profile old = world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.busy = true;
    mac.poll();
    mac.busy = false;
    world.delete(old);
    world.add(SAVER, 600);
    world.settle(mac);
    assertEquals(List.of("InstallProfile", "ProfileList"), mac.done);
    assertArrayEquals(
        SampleProfiles.screenSaver(SAVER, "Name of " + SAVER, 600), mac.contents.get(SAVER));
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aProfileThatIsDeletedBeforeTheMacComesIsNotLeftBehind() {
    TestMac mac = world.mac(1);
    Profile saver = world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.busy = true;
    mac.poll();
    mac.busy = false;
    world.delete(saver);
    world.settle(mac);
    assertEquals(Set.of(), mac.installed.keySet());
    assertEquals(List.of(), world.rows(mac));
  }

  @Test
  public void whatIsWantedAgainBeforeItWasRemovedStays() {
    TestMac mac = world.mac(1);
    Profile saver = world.add(SAVER, 300);
    world.settle(mac);
    world.delete(saver);
    world.reconciler.reconcile();
    world.add(SAVER, 300);
    world.settle(mac);
    assertEquals(Set.of(SAVER), mac.installed.keySet());
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void reEnrollmentInstallsEverythingAnew() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.settle(mac);
    mac.installed.clear();
    String certificate = Fixtures.hash("second certificate");
    world
        .stores
        .enrollments()
        .start(Fixtures.start(mac.mac.channel(), certificate, 1, world.clock.instant()));
    assertEquals(List.of(), world.rows(mac));
    world.stores.enrollments().token(Fixtures.token(mac.mac.channel(), world.clock.instant()));
    world.settle(mac);
    assertEquals(Set.of(SAVER), mac.installed.keySet());
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aMacThatHasLeftIsLeftAlone() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    world
        .stores
        .enrollments()
        .checkOut(mac.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    world.settle(mac);
    assertEquals(List.of(), world.rows(mac));
    assertEquals(List.of(), mac.done);
  }

  @Test
  public void whatVanishesIsSentOnceMoreAndThenFails() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.settle(mac);
    vanish(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals(Set.of(SAVER), mac.installed.keySet());
    vanish(mac);
    HostProfile failed = world.row(mac);
    assertEquals(ProfileStatus.FAILED, failed.status());
    assertTrue(failed.detail(), failed.detail().contains("no longer on the Mac"));
    assertEquals(Set.of(), mac.installed.keySet());
  }

  private void vanish(TestMac mac) {
    mac.installed.clear();
    world.clock.advance(Duration.ofDays(1));
    world.reconciler.sweep();
    world.settle(mac);
  }

  @Test
  public void whatIsNotListedAtOnceHasAnHour() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.reconciler.reconcile();
    mac.poll();
    String uuid = mac.installed.remove(SAVER);
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFYING, world.status(mac));
    int asked = mac.done.size();
    world.settle(mac);
    assertEquals(asked, mac.done.size());
    mac.installed.put(SAVER, uuid);
    world.clock.advance(Duration.ofMinutes(62));
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals(List.of("InstallProfile", "ProfileList", "ProfileList"), mac.done);
  }

  @Test
  public void theDailySweepLooksAgainAndOnlyOnce() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.settle(mac);
    world.reconciler.sweep();
    world.settle(mac);
    assertEquals(List.of("InstallProfile", "ProfileList"), mac.done);
    world.clock.advance(Duration.ofDays(1));
    world.reconciler.sweep();
    world.reconciler.reconcile();
    world.reconciler.sweep();
    world.reconciler.reconcile();
    assertEquals(List.of("ProfileList"), queuedTypes());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void twoAcknowledgementsShareOneList() {
    TestMac mac = world.mac(1);
    world.add(SAVER, 300);
    world.add("org.example.dock", 60);
    world.settle(mac);
    assertEquals(List.of("InstallProfile", "InstallProfile", "ProfileList"), mac.done);
  }
}
