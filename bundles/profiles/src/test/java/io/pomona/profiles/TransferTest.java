package io.pomona.profiles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** A Mac that moves to another team is never without what both teams want it to have. */
public class TransferTest {
  private static final String WIFI = "org.example.wifi";
  private static final String DOCK = "org.example.dock";
  private static final String SAVER = "org.example.saver";

  private final ProfilesWorld world = new ProfilesWorld();
  private final Optional<TeamId> desks = world.team("Desks");
  private final Optional<TeamId> labs = world.team("Labs");

  /** Verified in the team of the desks, with what happened so far forgotten. */
  private TestMac onDesk() {
    TestMac mac = world.mac(1);
    world.move(mac, desks);
    world.settle(mac);
    forget(mac);
    return mac;
  }

  private static void forget(TestMac mac) {
    mac.changes.clear();
    mac.done.clear();
  }

  private List<String> waiting() {
    return world.stores.commandHistory().list(Optional.empty(), PageRequest.first(1000)).stream()
        .filter(record -> !record.state().isEnded())
        .map(CommandRecord::requestType)
        .toList();
  }

  private void assertVerified(TestMac mac) {
    for (HostProfile row : world.rows(mac)) {
      assertEquals(row.toString(), ProfileStatus.VERIFIED, row.status());
    }
    assertEquals(
        mac.installed.keySet(),
        Set.copyOf(world.rows(mac).stream().map(HostProfile::identifier).toList()));
  }

  @Test
  public void whatBothTeamsHaveIsNotTouched() {
    world.add(desks, WIFI, 300);
    world.add(desks, DOCK, 300);
    world.add(labs, WIFI, 300);
    world.add(labs, SAVER, 300);
    TestMac mac = onDesk();
    assertEquals(Set.of(WIFI, DOCK), mac.installed.keySet());
    world.move(mac, labs);
    world.settle(mac);
    assertEquals(List.of("+" + SAVER, "-" + DOCK), mac.changes);
    assertEquals(Set.of(WIFI, SAVER), mac.installed.keySet());
    assertVerified(mac);
  }

  @Test
  public void equalTeamsSendNothing() {
    world.add(desks, WIFI, 300);
    world.add(labs, WIFI, 300);
    TestMac mac = onDesk();
    world.move(mac, labs);
    world.settle(mac);
    assertEquals(List.of(), mac.done);
    assertVerified(mac);
  }

  @Test
  public void otherBytesReplaceInPlace() {
    world.add(desks, WIFI, 300);
    world.add(labs, WIFI, 600);
    TestMac mac = onDesk();
    world.move(mac, labs);
    world.settle(mac);
    assertEquals(List.of("+" + WIFI), mac.changes);
    assertArrayEquals(
        SampleProfiles.screenSaver(WIFI, "Name of " + WIFI, 600), mac.contents.get(WIFI));
    assertVerified(mac);
  }

  @Test
  public void nothingIsTakenAwayWhileSomethingIsUnderWay() {
    world.add(desks, DOCK, 300);
    world.add(labs, SAVER, 300);
    TestMac mac = onDesk();
    world.move(mac, labs);
    mac.busy = true;
    for (int i = 0; i < 3; i++) {
      world.reconciler.reconcile();
      mac.poll();
      world.deliver();
      world.reconciler.sweep();
    }
    assertEquals(List.of("InstallProfile"), waiting());
    assertEquals(Set.of(DOCK), mac.installed.keySet());
    mac.busy = false;
    world.settle(mac);
    assertEquals(List.of("+" + SAVER, "-" + DOCK), mac.changes);
    assertVerified(mac);
  }

  @Test
  public void whatIsRefusedDoesNotKeepTheOld() {
    world.add(desks, DOCK, 300);
    world.add(labs, SAVER, 300);
    TestMac mac = onDesk();
    mac.refuses.add(SAVER);
    world.move(mac, labs);
    world.settle(mac);
    assertEquals(List.of("-" + DOCK), mac.changes);
    assertEquals(SAVER, world.row(mac).identifier());
    assertEquals(ProfileStatus.FAILED, world.status(mac));
  }

  @Test
  public void whatWasNotSentYetIsNotSent() {
    world.add(desks, DOCK, 300);
    world.add(labs, SAVER, 300);
    TestMac mac = world.mac(1);
    world.move(mac, desks);
    world.reconciler.reconcile();
    world.move(mac, labs);
    world.settle(mac);
    assertEquals(Set.of(SAVER), mac.installed.keySet());
    assertEquals(List.of("+" + SAVER, "-" + DOCK), mac.changes);
    assertVerified(mac);
  }

  @Test
  public void thereAndBackChangesNothing() {
    world.add(desks, DOCK, 300);
    world.add(labs, SAVER, 300);
    TestMac mac = onDesk();
    world.move(mac, labs);
    world.move(mac, desks);
    world.settle(mac);
    assertEquals(List.of(), mac.done);
    world.move(mac, labs);
    world.reconciler.reconcile();
    world.move(mac, desks);
    world.settle(mac);
    assertEquals(Set.of(DOCK), mac.installed.keySet());
    assertEquals(List.of("-" + SAVER), mac.changes);
    assertVerified(mac);
  }

  @Test
  public void noTeamHasProfilesOfItsOwn() {
    world.add(SAVER, 300);
    world.add(desks, DOCK, 300);
    TestMac mac = onDesk();
    world.move(mac, Optional.empty());
    world.settle(mac);
    assertEquals(List.of("+" + SAVER, "-" + DOCK), mac.changes);
    assertVerified(mac);
  }

  @Test
  public void aDeletedTeamLeavesItsMacsToNoTeam() {
    world.add(WIFI, 300);
    world.add(desks, WIFI, 300);
    world.add(desks, DOCK, 300);
    TestMac mac = onDesk();
    world
        .stores
        .teams()
        .delete(
            desks.get(),
            world.clock.instant(),
            move -> move.by(Fixtures.ADMIN),
            (was, people) -> List.of(Fixtures.activity("deleted_team")));
    world.settle(mac);
    assertEquals(List.of("-" + DOCK), mac.changes);
    assertEquals(Set.of(WIFI), mac.installed.keySet());
    assertVerified(mac);
  }

  @Test
  public void aWaitingReplacementIsReplacedItself() {
    Optional<TeamId> third = world.team("Third");
    world.add(desks, WIFI, 300);
    world.add(labs, WIFI, 600);
    world.add(third, WIFI, 900);
    TestMac mac = onDesk();
    world.move(mac, labs);
    world.reconciler.reconcile();
    world.move(mac, third);
    world.settle(mac);
    assertEquals(List.of("+" + WIFI), mac.changes);
    assertArrayEquals(
        SampleProfiles.screenSaver(WIFI, "Name of " + WIFI, 900), mac.contents.get(WIFI));
    assertVerified(mac);
  }
}
