package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code HostLockStore} must do. */
public class HostLockStoreContract extends StoreContract {
  private static final byte[] PIN = {1, 2, 3};

  private static HostLock lock(EnrolledMac mac, CommandUuid command, Kind kind) {
    return new HostLock(
        mac.host(), "C02P000001", T, kind, Stage.PENDING, command, "Ada", T, Optional.empty(), "");
  }

  private static HostLock at(HostLock lock, Stage stage, String detail) {
    return new HostLock(
        lock.host(),
        lock.serialNumber(),
        lock.enrolledAt(),
        lock.kind(),
        stage,
        lock.command(),
        lock.requestedBy(),
        lock.requestedAt(),
        Optional.of(T.plus(MINUTE)),
        detail);
  }

  private static ActivityDraft activity(EnrolledMac mac, String type) {
    return ActivityDraft.of(Fixtures.ADMIN, type).with("host_id", mac.host().value());
  }

  private Optional<HostLock> begin(HostLock lock, EnrolledMac mac, TeamScope within) {
    NewCommand command = Fixtures.command("DeviceLock", "escrow-lock", T);
    NewCommand named =
        new NewCommand(
            lock.command(),
            command.requestType(),
            command.body(),
            NewCommand.URGENT,
            command.owner(),
            command.requestedBy(),
            T,
            Optional.empty());
    return stores
        .hostLocks()
        .begin(
            lock,
            PIN,
            new CommandOrder(named, List.of(mac.channel())),
            activity(mac, "locked_host"),
            within,
            T);
  }

  private Optional<HostLock> begin(HostLock lock, EnrolledMac mac) {
    return begin(lock, mac, TeamScope.everywhere());
  }

  @Test
  public void thePinIsKeptWithTheCommandAndTheActivity() {
    EnrolledMac mac = mac(1);
    HostLock lock = lock(mac, CommandUuid.random(), Kind.LOCK);
    assertEquals(Optional.empty(), begin(lock, mac));
    assertEquals(Optional.of(lock), stores.hostLocks().find(lock.command()));
    assertEquals(
        Map.of(mac.host(), lock), stores.hostLocks().of(List.of(mac.host(), new HostId(99))));
    assertTrue(stores.commandQueue().exchange(Reports.idle(mac.channel()), T).isPresent());
    assertContains(activities(), "locked_host");
    byte[] pin =
        stores
            .hostLocks()
            .view(lock.command(), activity(mac, "unlocked_host"), T.plus(MINUTE))
            .orElseThrow();
    assertArrayEquals(PIN, pin);
    assertContains(activities(), "unlocked_host");
  }

  @Test
  public void nothingIsSeenThatIsNotThere() {
    EnrolledMac mac = mac(1);
    assertEquals(
        Optional.empty(),
        stores.hostLocks().view(CommandUuid.random(), activity(mac, "unlocked_host"), T));
    assertFalse(activities().contains("unlocked_host"));
    assertEquals(Map.of(), stores.hostLocks().of(List.of()));
  }

  @Test
  public void aPendingOrTakenOneIsInTheWay() {
    EnrolledMac mac = mac(1);
    HostLock first = lock(mac, CommandUuid.random(), Kind.LOCK);
    begin(first, mac);
    HostLock second = lock(mac, CommandUuid.random(), Kind.WIPE);
    assertEquals(Optional.of(first), begin(second, mac));
    assertEquals(Optional.empty(), stores.hostLocks().find(second.command()));
    HostLock done = at(first, Stage.DONE, "");
    assertTrue(stores.hostLocks().save(done, Stage.PENDING));
    assertFalse(stores.hostLocks().save(done, Stage.PENDING));
    assertEquals(Optional.of(done), begin(second, mac));
    assertTrue(stores.hostLocks().save(at(first, Stage.OVER, "unlocked"), Stage.DONE));
    assertEquals(Optional.empty(), begin(second, mac));
    assertEquals(second, stores.hostLocks().of(List.of(mac.host())).get(mac.host()));
    assertEquals(
        List.of(second, at(first, Stage.OVER, "unlocked")),
        stores.hostLocks().history(mac.host(), "", ""));
  }

  @Test
  public void ofTwentyWhoAskOneIsFirst() throws Exception {
    EnrolledMac mac = mac(1);
    List<Optional<HostLock>> answers =
        Race.of(20, i -> () -> begin(lock(mac, CommandUuid.random(), Kind.LOCK), mac));
    assertEquals(1, answers.stream().filter(Optional::isEmpty).count());
    assertEquals(1, stores.hostLocks().history(mac.host(), "", "").size());
  }

  @Test
  public void nothingIsWrittenWhereTheMacTakesNoCommandsOrIsElsewhere() {
    EnrolledMac mac = mac(1);
    HostLock lock = lock(mac, CommandUuid.random(), Kind.LOCK);
    TeamScope elsewhere = TeamScope.of(Set.of(new TeamId(7)));
    assertFails("commands.unknown_host", () -> begin(lock, mac, elsewhere));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertFails("escrow.mdm_off", () -> begin(lock, mac));
    assertEquals(List.of(), stores.hostLocks().history(mac.host(), "", ""));
    assertFalse(activities().contains("locked_host"));
  }

  @Test
  public void historyOutlivesTheHost() {
    EnrolledMac mac = mac(1);
    HostLock lock = lock(mac, CommandUuid.random(), Kind.LOCK);
    begin(lock, mac);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), activity(mac, "deleted_host"));
    assertEquals(
        List.of(lock), stores.hostLocks().history(new HostId(99), "C02P000001", Fixtures.udid(1)));
    assertEquals(
        List.of(), stores.hostLocks().history(new HostId(99), "C02P000001", Fixtures.udid(2)));
    assertEquals(List.of(), stores.hostLocks().history(new HostId(99), "", Fixtures.udid(1)));
  }

  @Test
  public void thoseThatTookAreListedInSteps() {
    EnrolledMac mac = mac(1);
    EnrolledMac other = mac(2);
    HostLock one = lock(mac, new CommandUuid("a"), Kind.LOCK);
    HostLock two = lock(other, new CommandUuid("b"), Kind.WIPE);
    begin(one, mac);
    begin(two, other);
    assertEquals(List.of(), stores.hostLocks().standing("", 9));
    stores.hostLocks().save(at(one, Stage.DONE, ""), Stage.PENDING);
    stores.hostLocks().save(at(two, Stage.UNCERTAIN, "?"), Stage.PENDING);
    assertEquals(List.of(at(one, Stage.DONE, "")), stores.hostLocks().standing("", 1));
    assertEquals(List.of(at(two, Stage.UNCERTAIN, "?")), stores.hostLocks().standing("a", 9));
    stores.enrollments().checkOut(other.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals("MDM is off", List.of(), stores.hostLocks().standing("a", 9));
  }

  @Test
  public void whatIsHeardOfAMacCountsOnceItsGraceIsOver() {
    EnrolledMac mac = mac(1);
    HostLock lock = lock(mac, CommandUuid.random(), Kind.LOCK);
    begin(lock, mac);
    stores.hostLocks().save(at(lock, Stage.DONE, ""), Stage.PENDING);
    assertEquals("the first look only notes", 0, heard(lock, 0, Duration.ZERO));
    assertEquals("nothing new", 0, heard(lock, 0, Duration.ZERO));
    assertEquals("within the grace", 0, heard(lock, 1, Duration.ofHours(1)));
    assertEquals("that one is known", 0, heard(lock, 1, Duration.ZERO));
    assertEquals(1, heard(lock, 2, Duration.ZERO));
    assertEquals(1, heard(lock, 2, Duration.ZERO));
    assertEquals("earlier", 1, heard(lock, 1, Duration.ZERO));
    assertEquals(2, heard(lock, 3, Duration.ZERO));
    stores.hostLocks().save(at(lock, Stage.OVER, ""), Stage.DONE);
    assertEquals(2, heard(lock, 3, Duration.ZERO));
  }

  private int heard(HostLock lock, int minutes, Duration grace) {
    return stores.hostLocks().heard(lock.command(), T.plus(MINUTE.multipliedBy(minutes)), grace);
  }
}
