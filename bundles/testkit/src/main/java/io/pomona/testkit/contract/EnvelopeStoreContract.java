package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.HashTexts;
import io.pomona.testkit.SampleKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code EnvelopeStore} must do. */
public class EnvelopeStoreContract extends StoreContract {
  private void says(EnrolledMac mac, byte[] envelope, Instant at) {
    PlistDict info = PlistDict.of().with("FDE_PersonalRecoveryKeyCMS", envelope);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.empty(),
            new HostInventory(Optional.empty(), Optional.of(info)),
            at);
  }

  private List<String> waiting() {
    return texts(stores.envelopes().waiting(100));
  }

  private static List<String> texts(List<ReceivedEnvelope> envelopes) {
    return envelopes.stream()
        .map(each -> new String(each.envelope(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  public void whatIsReportedNextTakesNoKeyAway() {
    EnrolledMac mac = mac(1);
    EnrolledMac other = mac(2);
    says(mac, SampleKeys.envelope("first"), T.plus(MINUTE));
    says(mac, SampleKeys.envelope("second"), T.plus(HOUR));
    says(mac, SampleKeys.envelope("first"), T.plus(HOUR));
    says(other, SampleKeys.envelope("first"), T.plus(HOUR));
    SampleKeys.leave(stores, other, T.plus(HOUR));
    assertEquals(
        List.of("envelope of first", "envelope of second", "envelope of first"), waiting());
    assertEquals(1, stores.envelopes().waiting(1).size());
    ReceivedEnvelope first = stores.envelopes().waiting(mac.host()).get(0);
    assertEquals(Fixtures.serial(1), first.serialNumber());
    assertEquals(Fixtures.udid(1), first.udid());
    assertEquals(T, first.enrolledAt());
    assertEquals(T.plus(MINUTE), first.receivedAt());
    assertEquals(1, stores.envelopes().waiting(other.host()).size());
  }

  @Test
  public void whatIsKeptOrKnownWaitsNoMore() {
    EnrolledMac mac = mac(1);
    says(mac, SampleKeys.envelope("first"), T);
    says(mac, SampleKeys.envelope("first again"), T);
    stores.recoveryKeys().add(SampleKeys.opened(stores, mac.host(), "first"), List.of(), T);
    assertEquals(List.of("envelope of first again"), waiting());
    stores.recoveryKeys().add(SampleKeys.again(stores, mac.host(), "first"), List.of(), T);
    assertEquals(List.of(), waiting());
    says(mac, SampleKeys.envelope("first"), T.plus(HOUR));
    assertEquals(List.of(), waiting());
    report(mac, "first again", EncryptionReport.Key.OPENS);
    says(mac, SampleKeys.envelope("first again"), T.plus(HOUR));
    assertEquals(List.of(), waiting());
  }

  private void report(EnrolledMac mac, String text, EncryptionReport.Key key) {
    stores
        .encryptionReports()
        .save(
            new EncryptionReport(
                mac.host(),
                T,
                T,
                Optional.of(true),
                true,
                key,
                "It does not open.",
                Optional.of(HashTexts.hex(SampleKeys.envelope(text)))),
            T);
  }

  @Test
  public void thereIsAnEndToWhatWaits() {
    EnrolledMac mac = mac(1);
    for (int i = 0; i <= EnvelopeStore.MOST; i++) {
      says(mac, SampleKeys.envelope("junk " + i), T);
    }
    assertEquals(EnvelopeStore.MOST, waiting().size());
    says(mac(2), new byte[EnvelopeStore.LARGEST + 1], T);
    assertEquals(EnvelopeStore.MOST, waiting().size());
  }

  private RecoveryKey unreadable(EnrolledMac mac, String text) {
    stores.recoveryKeys().add(SampleKeys.unreadable(stores, mac.host(), text), List.of(), T);
    return stores.recoveryKeys().history(Fixtures.serial(1)).get(0);
  }

  private List<RecoveryKeyId> unreadable(long after) {
    return stores.envelopes().unreadable(new RecoveryKeyId(after), 10).stream()
        .map(RecoveryKey::id)
        .toList();
  }

  @Test
  public void onlyTheEnvelopeOfWhatDoesNotOpenIsKept() {
    EnrolledMac mac = mac(1);
    NewRecoveryKey opened = SampleKeys.opened(stores, mac.host(), "first");
    stores.recoveryKeys().add(opened, List.of(), T);
    RecoveryKey first = stores.recoveryKeys().history(Fixtures.serial(1)).get(0);
    RecoveryKey bad = unreadable(mac, "bad");
    RecoveryKey large = unreadable(mac, "x".repeat(EnvelopeStore.LARGEST));
    RecoveryKey worse = unreadable(mac, "worse");
    assertEquals(Optional.empty(), stores.envelopes().envelope(first.id()));
    assertEquals(Optional.empty(), stores.envelopes().envelope(large.id()));
    assertArrayEquals(
        SampleKeys.envelope("bad"), stores.envelopes().envelope(bad.id()).orElseThrow());
    assertEquals(List.of(bad.id(), worse.id()), unreadable(0));
    assertEquals(List.of(worse.id()), unreadable(bad.id().value()));
  }

  @Test
  public void whatOpensLaterKeepsItsPlace() {
    EnrolledMac mac = mac(1);
    RecoveryKey bad = unreadable(mac, "bad");
    report(mac, "bad", EncryptionReport.Key.UNREADABLE);
    stores.recoveryKeys().add(SampleKeys.opened(stores, mac.host(), "second"), List.of(), T);
    NewRecoveryKey opened = SampleKeys.opened(stores, mac.host(), "bad");
    stores.envelopes().open(bad.id(), opened);
    stores.envelopes().open(bad.id(), opened);
    RecoveryKey now = stores.recoveryKeys().find(bad.id()).orElseThrow();
    assertEquals(Optional.empty(), now.unreadable());
    assertEquals(opened.certificate(), now.certificate());
    assertEquals(T, now.receivedAt());
    assertArrayEquals(
        SampleKeys.sealed("bad"), stores.recoveryKeys().sealed(bad.id()).orElseThrow().sealed());
    assertEquals(List.of(), unreadable(0));
    assertEquals(EncryptionReport.Key.OPENS, said(mac).key());
    assertEquals("", said(mac).reason());
    RecoveryKeyId current =
        stores.recoveryKeys().current(Fixtures.serial(1), Fixtures.udid(1)).orElseThrow().id();
    assertEquals("the later one", 1, Long.signum(current.value() - bad.id().value()));
  }

  private EncryptionReport said(EnrolledMac mac) {
    return stores.encryptionReports().find(mac.host()).orElseThrow();
  }

  @Test
  public void aKeyThatIsKeptAlreadyIsNotKeptTwice() {
    EnrolledMac mac = mac(1);
    stores.recoveryKeys().add(SampleKeys.opened(stores, mac.host(), "first"), List.of(), T);
    RecoveryKey again = unreadable(mac, "first again");
    report(mac, "first again", EncryptionReport.Key.UNREADABLE);
    stores.envelopes().open(again.id(), SampleKeys.again(stores, mac.host(), "first"));
    assertEquals(List.of(), unreadable(0));
    assertEquals(Optional.empty(), stores.recoveryKeys().sealed(again.id()));
    assertEquals(EncryptionReport.Key.OPENS, said(mac).key());
  }
}
