package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Cause;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code KeyRotationStore} and {@code DueKeyStore} must do. */
public class KeyRotationStoreContract extends StoreContract {
  private static final ActivityDraft ROTATED = Fixtures.activity("rotated_disk_encryption_key");
  private static final ActivityDraft FAILED =
      Fixtures.activity("failed_to_rotate_disk_encryption_key");
  private static final ActivityDraft READ = Fixtures.activity("read_host_disk_encryption_key");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int LAST = DueKeyStore.SLOTS - 1;

  private EnrolledMac mac;
  private RecoveryKey key;

  private void givenAKey() {
    mac = mac(1);
    key = key(mac, "first");
  }

  private RecoveryKey key(EnrolledMac of, String text) {
    NewRecoveryKey said = SampleKeys.opened(stores, of.host(), text);
    stores.recoveryKeys().add(said, List.of(), T);
    return stores.recoveryKeys().current(said.serialNumber(), said.udid()).orElseThrow();
  }

  private static CommandOrder order(EnrolledMac to) {
    return Fixtures.order("RotateFileVaultKey", "escrow-rotation", T, to.channel());
  }

  private NewKeyRotation wanted(Cause cause) {
    Actor ada = new Actor(Optional.empty(), "Ada", "ada@example.com", Set.of());
    return new NewKeyRotation(
        mac.host(),
        key.serialNumber(),
        mac.channel(),
        T,
        key.id(),
        new EscrowCertificateId(1),
        cause,
        ada,
        T.plus(WEEK));
  }

  private KeyRotation begin(Cause cause, Instant now) {
    return stores.keyRotations().begin(wanted(cause), order(mac), now);
  }

  @Test
  public void itIsBegunWithItsCommand() {
    givenAKey();
    CommandOrder order = order(mac);
    KeyRotation begun = stores.keyRotations().begin(wanted(Cause.REQUEST), order, T.plus(HOUR));
    assertEquals(wanted(Cause.REQUEST), begun.wanted());
    assertEquals(Stage.SENT, begun.stage());
    assertEquals("", begun.detail());
    assertEquals(T.plus(HOUR), begun.requestedAt());
    assertEquals(T.plus(WEEK), begun.nextAt());
    CommandUuid uuid = order.command().uuid();
    assertEquals(uuid, begun.command());
    assertEquals(Optional.of(begun), stores.keyRotations().find(uuid));
    assertEquals(Optional.empty(), stores.keyRotations().find(CommandUuid.random()));
    assertEquals(List.of(begun), stores.keyRotations().history(key.serialNumber()));
    List<CommandRecord> queued = stores.commandHistory().find(uuid);
    assertEquals("RotateFileVaultKey", queued.get(0).requestType());
  }

  @Test
  public void thereIsOneUnderWayAtMost() {
    givenAKey();
    KeyRotation first = begin(Cause.REQUEST, T);
    CommandOrder second = order(mac);
    assertFails(
        "escrow.rotation_under_way",
        () -> stores.keyRotations().begin(wanted(Cause.VIEW), second, T));
    assertEquals(List.of(), stores.commandHistory().find(second.command().uuid()));
    end(first, Stage.FAILED, "The Mac refused.", Optional.empty());
    KeyRotation next = begin(Cause.REQUEST, T.plus(HOUR));
    List<KeyRotation> history = stores.keyRotations().history(key.serialNumber());
    assertEquals(List.of(next.id(), first.id()), history.stream().map(KeyRotation::id).toList());
    assertEquals("The Mac refused.", history.get(1).detail());
  }

  @Test
  public void ofManyAtOnceOneBegins() throws Exception {
    givenAKey();
    List<String> outcomes = new ArrayList<>(Race.of(4, number -> this::attempt));
    Collections.sort(outcomes);
    String taken = "escrow.rotation_under_way";
    assertEquals(List.of("begun", taken, taken, taken), outcomes);
    assertEquals(1, stores.keyRotations().history(key.serialNumber()).size());
  }

  private String attempt() {
    try {
      begin(Cause.REQUEST, T);
      return "begun";
    } catch (MdmException e) {
      return e.code();
    }
  }

  @Test
  public void aKeyThatIsNotTheCurrentOneIsNotReplaced() {
    givenAKey();
    NewKeyRotation wanted = wanted(Cause.REQUEST);
    key(mac, "second");
    CommandOrder order = order(mac);
    assertFails("escrow.key_replaced", () -> stores.keyRotations().begin(wanted, order, T));
    assertEquals(List.of(), stores.commandHistory().find(order.command().uuid()));
  }

  @Test
  public void aMacThatIsAwayIsNotAsked() {
    givenAKey();
    SampleKeys.leave(stores, mac, T);
    assertFails("escrow.mdm_off", () -> begin(Cause.REQUEST, T));
    assertEquals(List.of(), stores.keyRotations().history(key.serialNumber()));
  }

  @Test
  public void aNewKeyEndsIt() {
    givenAKey();
    KeyRotation begun = begin(Cause.REQUEST, T);
    assertTrue(end(begun, Stage.DONE, "", Optional.of(opened("second"))));
    assertFalse(end(begun, Stage.DONE, "", Optional.of(opened("third"))));
    assertFalse(end(begun, Stage.FAILED, "late", Optional.empty()));
    KeyRotation done = stores.keyRotations().history(key.serialNumber()).get(0);
    assertEquals(Stage.DONE, done.stage());
    assertEquals(2, stores.recoveryKeys().history(key.serialNumber()).size());
    assertFalse(
        stores
            .recoveryKeys()
            .current(key.serialNumber(), key.udid())
            .orElseThrow()
            .id()
            .equals(key.id()));
    assertEquals(List.of(ROTATED.type()), rotations());
    assertEquals(List.of(), stores.keyRotations().due(T.plus(WEEK), 10));
  }

  @Test
  public void whatIsUnderWayIsDueInItsTime() {
    givenAKey();
    KeyRotation begun = begin(Cause.REQUEST, T);
    assertEquals(List.of(), stores.keyRotations().due(T.plus(WEEK).minusSeconds(1), 10));
    assertEquals(List.of(begun), stores.keyRotations().due(T.plus(WEEK), 10));
    CommandOrder ask = Fixtures.order("SecurityInfo", "escrow-rotation", T, mac.channel());
    assertTrue(
        stores.keyRotations().await(begun.id(), "No key came.", T.plus(HOUR), List.of(ask), T));
    KeyRotation asking = stores.keyRotations().due(T.plus(HOUR), 10).get(0);
    assertEquals(Stage.ASKING, asking.stage());
    assertEquals("No key came.", asking.detail());
    assertEquals(1, stores.commandHistory().find(ask.command().uuid()).size());
    end(begun, Stage.FAILED, "No key came.", Optional.empty());
    assertFalse(stores.keyRotations().await(begun.id(), "", T, List.of(), T));
    assertEquals(List.of(FAILED.type()), rotations());
  }

  @Test
  public void aKeyIsDueAfterItsFirstViewUntilItIsReplaced() {
    givenAKey();
    assertEquals(List.of(), viewed(T.plus(HOUR)));
    end(begin(Cause.REQUEST, T), Stage.FAILED, "The Mac refused.", Optional.empty());
    view(key, T.plus(MINUTE));
    view(key, T.plus(HOUR));
    assertEquals(List.of(), viewed(T));
    assertEquals("the try was before", List.of(key.id()), viewed(T.plus(MINUTE)));
    Instant tried = T.plus(HOUR);
    KeyRotation begun = begin(Cause.VIEW, tried);
    assertEquals(List.of(), viewed(T.plus(WEEK)));
    end(begun, Stage.FAILED, "The Mac refused.", Optional.empty());
    assertEquals(List.of(), viewed(T.plus(WEEK), tried.minusSeconds(1)));
    assertEquals(List.of(key.id()), viewed(T.plus(WEEK), tried));
    key(mac, "second");
    assertEquals(List.of(), viewed(T.plus(WEEK), tried));
  }

  @Test
  public void aViewedKeyIsNotDueWhileItIsReplacedNorAfterwards() {
    givenAKey();
    view(key, T);
    KeyRotation begun = begin(Cause.REQUEST, T);
    assertEquals(List.of(), viewed(T.plus(WEEK)));
    end(begun, Stage.DONE, "", Optional.of(opened("second")));
    assertEquals(List.of(), viewed(T.plus(WEEK)));
    view(key, T);
    assertEquals(List.of(), viewed(T.plus(WEEK)));
  }

  @Test
  public void aMacThatIsAwayIsDueWhenItIsBack() {
    givenAKey();
    view(key, T);
    SampleKeys.leave(stores, mac, T);
    assertEquals(List.of(), viewed(T.plus(WEEK)));
    SampleKeys.enrollAgain(stores, 1, T.plus(HOUR));
    assertEquals(List.of(key.id()), viewed(T.plus(WEEK)));
  }

  @Test
  public void oldKeysAreDueInTheMinuteOfTheirMac() {
    givenAKey();
    int slot = DueKeyStore.slot(key.serialNumber());
    assertEquals(List.of(key.id()), received(T, T, 0, LAST));
    assertEquals(List.of(), received(T.minusSeconds(1), T, 0, LAST));
    assertEquals(List.of(key.id()), received(T, T, slot, slot));
    assertEquals(List.of(), received(T, T, slot + 1, slot - 1));
    assertEquals(List.of(key.id()), received(T, T, slot, slot - 2));
    assertEquals(List.of(key.id()), received(T, T, slot + 2, slot));
    KeyRotation begun = begin(Cause.SCHEDULE, T.plus(MINUTE));
    assertEquals(List.of(), received(T, T.plus(HOUR), 0, LAST));
    end(begun, Stage.FAILED, "The Mac refused.", Optional.empty());
    assertEquals(List.of(), received(T, T, 0, LAST));
    assertEquals(List.of(key.id()), received(T, T.plus(HOUR), 0, LAST));
    RecoveryKey newer = key(mac, "second");
    assertEquals(List.of(newer.id()), received(T, T.plus(HOUR), 0, LAST));
  }

  private List<?> received(Instant upTo, Instant notTriedSince, int first, int last) {
    return stores.dueKeys().received(upTo, notTriedSince, first, last, 10).stream()
        .map(RecoveryKey::id)
        .toList();
  }

  private List<?> viewed(Instant upTo) {
    return viewed(upTo, T.minus(HOUR));
  }

  private List<?> viewed(Instant upTo, Instant notTriedSince) {
    return stores.dueKeys().viewed(upTo, notTriedSince, 10).stream().map(RecoveryKey::id).toList();
  }

  private void view(RecoveryKey which, Instant at) {
    stores.recoveryKeys().view(which.id(), READ, at);
  }

  private NewRecoveryKey opened(String text) {
    return SampleKeys.opened(stores, mac.host(), text);
  }

  private boolean end(
      KeyRotation rotation, Stage stage, String detail, Optional<NewRecoveryKey> newKey) {
    return stores
        .keyRotations()
        .end(rotation.id(), stage, detail, newKey, stage == Stage.DONE ? ROTATED : FAILED, T);
  }

  private List<String> rotations() {
    return activities().stream().filter(type -> type.contains("rotate")).toList();
  }
}
