package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code RecoveryLockStore} must do. */
public class RecoveryLockStoreContract extends StoreContract {
  private static RecoveryLock lock(EnrolledMac mac, String uuid) {
    return new RecoveryLock(
        new CommandUuid(uuid),
        mac.host(),
        "C02P000001",
        T,
        false,
        Stage.PENDING,
        Optional.empty(),
        "Ada",
        T,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static CommandOrder order(EnrolledMac mac, String uuid) {
    NewCommand command = Fixtures.command("SetRecoveryLock", "escrow-recovery-lock", T);
    NewCommand named =
        new NewCommand(
            new CommandUuid(uuid),
            command.requestType(),
            command.body(),
            NewCommand.ROUTINE,
            command.owner(),
            "Ada",
            T,
            Optional.empty());
    return new CommandOrder(named, List.of(mac.channel()));
  }

  private static ActivityDraft activity(EnrolledMac mac, String type) {
    return ActivityDraft.of(Fixtures.ADMIN, type).with("host_id", mac.host().value());
  }

  private Optional<RecoveryLock> begin(EnrolledMac mac, String uuid, TeamScope within) {
    return stores
        .recoveryLocks()
        .begin(
            lock(mac, uuid),
            uuid.getBytes(StandardCharsets.UTF_8),
            order(mac, uuid),
            activity(mac, "set_host_recovery_lock_password"),
            within,
            T);
  }

  private Optional<RecoveryLock> begin(EnrolledMac mac, String uuid) {
    return begin(mac, uuid, TeamScope.everywhere());
  }

  private boolean save(RecoveryLock changed, Stage from) {
    return stores.recoveryLocks().save(changed, from, List.of(), T);
  }

  private RecoveryLock find(String uuid) {
    return stores.recoveryLocks().find(new CommandUuid(uuid)).orElseThrow();
  }

  @Test
  public void thePasswordIsKeptWithTheCommandAndTheActivity() {
    EnrolledMac mac = mac(1);
    assertEquals(Optional.empty(), begin(mac, "one"));
    assertEquals(lock(mac, "one"), find("one"));
    assertTrue(stores.commandQueue().exchange(Reports.idle(mac.channel()), T).isPresent());
    assertContains(activities(), "set_host_recovery_lock_password");
    assertArrayEquals(
        new byte[] {'o', 'n', 'e'},
        stores.recoveryLocks().sealed(new CommandUuid("one")).orElseThrow());
    assertEquals(Optional.empty(), stores.recoveryLocks().sealed(new CommandUuid("none")));
  }

  @Test
  public void oneUnderWayIsInTheWay() throws Exception {
    EnrolledMac mac = mac(1);
    List<Optional<RecoveryLock>> answers = Race.of(20, i -> () -> begin(mac, "u" + i));
    assertEquals(1, answers.stream().filter(Optional::isEmpty).count());
    RecoveryLock first = stores.recoveryLocks().history(mac.host(), "", "").get(0);
    assertTrue(save(first.at(Stage.VERIFYING, ""), Stage.PENDING));
    assertEquals(Stage.VERIFYING, begin(mac, "next").orElseThrow().stage());
    assertTrue(save(first.at(Stage.FAILED, "no"), Stage.VERIFYING));
    assertEquals(Optional.empty(), begin(mac, "next"));
  }

  @Test
  public void nothingIsWrittenWhereTheMacTakesNoCommandsOrIsElsewhere() {
    EnrolledMac mac = mac(1);
    TeamScope elsewhere = TeamScope.of(Set.of(new TeamId(7)));
    assertFails("commands.unknown_host", () -> begin(mac, "one", elsewhere));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertFails("escrow.mdm_off", () -> begin(mac, "one"));
    assertEquals(List.of(), stores.recoveryLocks().history(mac.host(), "C02P000001", ""));
  }

  @Test
  public void aCheckIsQueuedAndFoundByItsCommand() {
    EnrolledMac mac = mac(1);
    begin(mac, "one");
    stores.commandQueue().exchange(Reports.idle(mac.channel()), T);
    stores.commandQueue().exchange(Reports.acknowledged(mac.channel(), new CommandUuid("one")), T);
    RecoveryLock asking = find("one").checking(Stage.VERIFYING, new CommandUuid("check"), "asked");
    assertTrue(stores.recoveryLocks().save(asking, Stage.PENDING, List.of(order(mac, "check")), T));
    assertFalse(stores.recoveryLocks().save(asking, Stage.PENDING, List.of(order(mac, "more")), T));
    assertEquals(asking, find("check"));
    assertTrue(stores.commandQueue().exchange(Reports.idle(mac.channel()), T).isPresent());
    assertTrue(save(asking.checked(Stage.VERIFIED, T.plus(MINUTE), ""), Stage.VERIFYING));
    assertEquals(Optional.of(T.plus(MINUTE)), find("one").checkedAt());
    assertEquals(Optional.empty(), stores.recoveryLocks().find(new CommandUuid("check")));
  }

  @Test
  public void oneThatIsVerifiedReplacesThoseBefore() {
    EnrolledMac mac = mac(1);
    begin(mac, "one");
    save(find("one").at(Stage.VERIFIED, ""), Stage.PENDING);
    begin(mac, "two");
    save(find("two").at(Stage.FAILED, "no"), Stage.PENDING);
    assertEquals(Stage.VERIFIED, find("one").stage());
    begin(mac, "three");
    save(find("three").at(Stage.VERIFIED, ""), Stage.PENDING);
    assertEquals(Stage.REPLACED, find("one").stage());
    assertEquals(Stage.FAILED, find("two").stage());
    assertEquals(
        List.of("three", "two", "one"),
        stores.recoveryLocks().history(new HostId(99), "C02P000001", Fixtures.udid(1)).stream()
            .map(row -> row.command().value())
            .toList());
  }

  @Test
  public void whoSeesOneIsNotedAndItIsToBeReplacedAfterwards() {
    EnrolledMac mac = mac(1);
    begin(mac, "one");
    ActivityDraft seen = activity(mac, "viewed_host_recovery_lock_password");
    assertTrue(stores.recoveryLocks().view(new CommandUuid("one"), seen, T).isPresent());
    assertEquals(Optional.empty(), stores.recoveryLocks().view(new CommandUuid("no"), seen, T));
    assertEquals(Optional.of(T), find("one").viewedAt());
    assertEquals(1, activities().stream().filter(seen.type()::equals).count());
    assertEquals(List.of(), seenBefore(T.plus(HOUR)));
    save(find("one").at(Stage.VERIFIED, ""), Stage.PENDING);
    assertEquals(List.of("one"), seenBefore(T.plus(HOUR)));
    assertEquals(List.of(), seenBefore(T));
    assertEquals(List.of(), stores.recoveryLocks().viewedBefore(T.plus(HOUR), T, "one", 9));
  }

  private List<String> seenBefore(Instant before) {
    return stores.recoveryLocks().viewedBefore(before, T.minus(MINUTE), "", 9).stream()
        .map(lock -> lock.command().value())
        .toList();
  }

  @Test
  public void whoCannotHaveAnotherOneNowIsNotAskedToHaveIt() {
    EnrolledMac mac = mac(1);
    begin(mac, "one");
    save(find("one").at(Stage.VERIFIED, ""), Stage.PENDING);
    ActivityDraft seen = activity(mac, "viewed_host_recovery_lock_password");
    stores.recoveryLocks().view(new CommandUuid("one"), seen, T);
    begin(mac, "two");
    assertEquals("under way", List.of(), seenBefore(T.plus(HOUR)));
    save(find("two").at(Stage.FAILED, "no"), Stage.PENDING);
    assertEquals("failed lately", List.of(), seenBefore(T.plus(HOUR)));
    assertEquals(List.of(find("one")), stores.recoveryLocks().viewedBefore(T.plus(HOUR), T, "", 9));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), stores.recoveryLocks().viewedBefore(T.plus(HOUR), T, "", 9));
  }

  @Test
  public void whatTheMacCannotBeAskedIsNotNoted() {
    EnrolledMac mac = mac(1);
    begin(mac, "one");
    save(find("one").at(Stage.VERIFIED, ""), Stage.PENDING);
    RecoveryLock asking = find("one").checking(Stage.VERIFIED, new CommandUuid("check"), "");
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertFails(
        "escrow.mdm_off",
        () -> stores.recoveryLocks().save(asking, Stage.VERIFIED, List.of(order(mac, "check")), T));
    assertEquals(Optional.empty(), find("one").check());
  }
}
