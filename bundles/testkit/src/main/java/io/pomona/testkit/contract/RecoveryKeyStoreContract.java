package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyCounts;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code RecoveryKeyStore} must do. */
public class RecoveryKeyStoreContract extends StoreContract {
  private static final ActivityDraft ESCROWED = Fixtures.activity("escrowed_disk_encryption_key");
  private static final ActivityDraft READ = Fixtures.activity("read_host_disk_encryption_key");

  private RecoveryKey add(EnrolledMac mac, String text) {
    assertTrue(
        stores.recoveryKeys().add(SampleKeys.opened(stores, mac.host(), text), List.of(), T));
    return stores.recoveryKeys().history(serial(mac)).get(0);
  }

  private String serial(EnrolledMac mac) {
    return stores.hosts().find(mac.host()).orElseThrow().facts().serialNumber();
  }

  @Test
  public void theNewestThatOpensIsTheCurrentOne() {
    EnrolledMac mac = mac(1);
    assertEquals(Optional.empty(), current(mac));
    RecoveryKey first = add(mac, "first");
    RecoveryKey second = add(mac, "second");
    stores
        .recoveryKeys()
        .add(SampleKeys.unreadable(stores, mac.host(), "third"), List.of(ESCROWED), T.plus(HOUR));
    List<RecoveryKey> history = stores.recoveryKeys().history(serial(mac));
    assertEquals(3, history.size());
    assertEquals(Optional.of(second), current(mac));
    assertEquals(List.of(second, first), history.subList(1, 3));
    RecoveryKey third = history.get(0);
    assertFalse(third.opens());
    assertEquals(Optional.of(SampleKeys.WHY), third.unreadable());
    assertEquals(Optional.empty(), third.certificate());
    assertEquals(T.plus(HOUR), third.receivedAt());
    assertEquals(Optional.of(third), stores.recoveryKeys().find(third.id()));
    assertEquals(Optional.empty(), stores.recoveryKeys().sealed(third.id()));
    assertEquals(mac.host(), second.host());
    assertEquals(Fixtures.udid(1), second.udid());
    assertEquals(T, second.enrolledAt());
    assertEquals(Optional.of(new EscrowCertificateId(1)), second.certificate());
    assertEquals(RecoveryKey.Source.SECURITY_INFO, second.source());
    assertEquals(List.of(ESCROWED.type()), activitiesOfKeys());
  }

  private Optional<RecoveryKey> current(EnrolledMac mac) {
    return stores.recoveryKeys().current(Fixtures.serial(1), mac.channel().device());
  }

  @Test
  public void aMacThatSaysTheSerialNumberOfAnotherIsNotGivenItsKeys() {
    RecoveryKey key = add(mac(1), "first");
    ChannelId liar = ChannelId.device(Fixtures.udid(2));
    HostId host =
        stores.enrollments().start(Fixtures.start(liar, Fixtures.hash("liar"), 1, T.plus(HOUR)));
    NewRecoveryKey said = SampleKeys.opened(stores, host, "its own");
    assertEquals(Optional.empty(), stores.recoveryKeys().current(key.serialNumber(), said.udid()));
    stores.recoveryKeys().add(said, List.of(), T);
    assertEquals(Optional.of(key), stores.recoveryKeys().current(key.serialNumber(), key.udid()));
    assertEquals(2, stores.recoveryKeys().history(key.serialNumber()).size());
  }

  @Test
  public void anEnvelopeThatCameBeforeIsNotNew() {
    EnrolledMac mac = mac(1);
    add(mac, "first");
    RecoveryKey second = add(mac, "second");
    for (String text : List.of("first", "second")) {
      assertFalse(
          stores
              .recoveryKeys()
              .add(SampleKeys.opened(stores, mac.host(), text), List.of(ESCROWED), T.plus(HOUR)));
    }
    assertEquals(Optional.of(second), current(mac));
    assertEquals(List.of(), activitiesOfKeys());
    add(mac(2), "first");
  }

  @Test
  public void aViewIsNotedWithItsActivityOrShowsNothing() {
    EnrolledMac mac = mac(1);
    RecoveryKey key = add(mac, "first");
    SealedKey shown = stores.recoveryKeys().view(key.id(), READ, T.plus(MINUTE)).orElseThrow();
    assertArrayEquals(SampleKeys.sealed("first"), shown.sealed());
    assertEquals(new EscrowCertificateId(1), shown.generation());
    assertEquals(List.of(READ.type()), activitiesOfKeys());
    assertEquals(
        Optional.of(T.plus(MINUTE)), stores.recoveryKeys().find(key.id()).orElseThrow().viewedAt());
    assertEquals(Optional.empty(), stores.recoveryKeys().view(new RecoveryKeyId(999_999), READ, T));
    stores.recoveryKeys().add(SampleKeys.unreadable(stores, mac.host(), "bad"), List.of(), T);
    RecoveryKeyId bad = stores.recoveryKeys().history(serial(mac)).get(0).id();
    assertEquals(Optional.empty(), stores.recoveryKeys().view(bad, READ, T));
    assertEquals(List.of(READ.type()), activitiesOfKeys());
  }

  @Test
  public void aViewWhoseActivityCannotBeWrittenShowsNothing() {
    RecoveryKey key = add(mac(1), "first");
    ActivityDraft unwritable =
        new ActivityDraft(READ.actor(), READ.type(), Map.of("host_serial", new Object()));
    assertThrows(RuntimeException.class, () -> stores.recoveryKeys().view(key.id(), unwritable, T));
    assertEquals(Optional.empty(), stores.recoveryKeys().find(key.id()).orElseThrow().viewedAt());
  }

  @Test
  public void keysAreSearchedByAPartOfTheSerialNumber() {
    RecoveryKey one = add(mac(1), "a");
    RecoveryKey two = add(mac(2), "b");
    RecoveryKey again = add(mac(1), "c");
    assertEquals(List.of(again, two, one), search("", 0, 10));
    assertEquals(List.of(again, one), search(" c02p000001 ", 0, 10));
    assertEquals(List.of(two), search("00002", 0, 10));
    assertEquals(List.of(), search("C0_P", 0, 10));
    assertEquals(List.of(), search("%", 0, 10));
    assertEquals(List.of(again), search("", 0, 1));
    assertEquals(List.of(two, one), search("", again.id().value(), 10));
  }

  private List<RecoveryKey> search(String query, long after, int limit) {
    return stores.recoveryKeys().search(query, new PageRequest(after, 0, limit));
  }

  @Test
  public void keysAreSealedAnewUnderANewerGeneration() {
    EnrolledMac mac = mac(1);
    RecoveryKey first = add(mac, "first");
    RecoveryKey second = add(mac, "second");
    stores.recoveryKeys().add(SampleKeys.unreadable(stores, mac.host(), "bad"), List.of(), T);
    EscrowCertificateId newer = new EscrowCertificateId(2);
    List<SealedKey> old = stores.recoveryKeys().ofOlderGenerations(newer, Optional.empty(), 10);
    assertEquals(List.of(first.id(), second.id()), old.stream().map(SealedKey::id).toList());
    assertEquals(1, stores.recoveryKeys().ofOlderGenerations(newer, Optional.empty(), 1).size());
    List<SealedKey> rest =
        stores.recoveryKeys().ofOlderGenerations(newer, Optional.of(old.get(0)), 10);
    assertEquals(List.of(second.id()), rest.stream().map(SealedKey::id).toList());
    EscrowCertificateId oldest = new EscrowCertificateId(1);
    assertEquals(List.of(), stores.recoveryKeys().ofOlderGenerations(oldest, Optional.empty(), 10));
    assertEquals(new KeyCounts(Map.of(oldest, 2L), Map.of(oldest, 2L)), counts());
    byte[] anew = {7, 7};
    stores.recoveryKeys().reseal(List.of(new SealedKey(first.id(), newer, anew)));
    stores.recoveryKeys().reseal(old);
    SealedKey kept = stores.recoveryKeys().sealed(first.id()).orElseThrow();
    assertArrayEquals(anew, kept.sealed());
    assertEquals(newer, kept.generation());
    assertEquals(
        List.of(second.id()),
        stores.recoveryKeys().ofOlderGenerations(newer, Optional.empty(), 10).stream()
            .map(SealedKey::id)
            .toList());
    assertEquals(Optional.of(second), current(mac));
    assertEquals(new KeyCounts(Map.of(oldest, 2L), Map.of(oldest, 1L, newer, 1L)), counts());
  }

  private KeyCounts counts() {
    return stores.recoveryKeys().counts();
  }

  @Test
  public void theSameKeyInAnotherEnvelopeIsNotNew() {
    EnrolledMac mac = mac(1);
    RecoveryKey first = add(mac, "first");
    RecoveryKey second = add(mac, "second");
    stores.recoveryKeys().view(second.id(), READ, T);
    for (String text : List.of("first", "second")) {
      NewRecoveryKey again = SampleKeys.again(stores, mac.host(), text);
      assertFalse(stores.recoveryKeys().add(again, List.of(ESCROWED), T.plus(HOUR)));
    }
    assertEquals(
        List.of(second.id(), first.id()),
        stores.recoveryKeys().history(serial(mac)).stream().map(RecoveryKey::id).toList());
    assertEquals("seen still", 1, stores.dueKeys().viewed(T, T.minus(HOUR), 10).size());
    assertEquals(List.of(READ.type()), activitiesOfKeys());
    EnrolledMac other = mac(2);
    assertTrue(
        stores.recoveryKeys().add(SampleKeys.again(stores, other.host(), "first"), List.of(), T));
  }

  @Test
  public void ofWhatDoesNotOpenSomeAreKept() {
    EnrolledMac mac = mac(1);
    for (int i = 0; i < RecoveryKeyStore.UNREADABLE_A_DAY; i++) {
      assertTrue(junk(mac, "junk " + i, T));
    }
    assertFalse(junk(mac, "more", T));
    assertTrue(junk(mac, "more", T.plus(Duration.ofDays(1))));
    add(mac, "a key");
    assertTrue(junk(mac(2), "of another", T));
  }

  private boolean junk(EnrolledMac mac, String text, Instant at) {
    NewRecoveryKey said = SampleKeys.unreadable(stores, mac.host(), text);
    return stores.recoveryKeys().add(said, List.of(), at);
  }

  @Test
  public void keysOutliveTheEnrollmentTheTeamAndTheHost() {
    EnrolledMac mac = mac(1);
    String serial = serial(mac);
    RecoveryKey key = add(mac, "first");
    stores
        .enrollments()
        .start(Fixtures.start(mac.channel(), Fixtures.hash("new"), 1, T.plus(HOUR)));
    assertEquals(List.of(key), stores.recoveryKeys().history(serial));
    SampleKeys.leave(stores, mac, T.plus(HOUR));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.of(key), current(mac));
    assertTrue(stores.recoveryKeys().view(key.id(), READ, T).isPresent());
    EnrolledMac again = SampleKeys.enrollAgain(stores, 1, T.plus(HOUR).plus(HOUR));
    add(again, "second");
    assertEquals(2, stores.recoveryKeys().history(serial).size());
  }

  private List<String> activitiesOfKeys() {
    return activities().stream().filter(type -> type.contains("encryption_key")).toList();
  }
}
