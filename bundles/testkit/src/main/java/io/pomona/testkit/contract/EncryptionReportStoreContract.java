package io.pomona.testkit.contract;

import static io.pomona.api.escrow.EncryptionReport.Key.NONE;
import static io.pomona.api.escrow.EncryptionReport.Key.OPENS;
import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code EncryptionReportStore} must do. */
public abstract class EncryptionReportStoreContract extends StoreContract {
  private static final ChannelId CHANNEL = ChannelId.device(Fixtures.udid(1));

  private List<HostId> toAsk(Instant before) {
    return stores.encryptionReports().toAsk(before, 10).stream().map(Host::id).toList();
  }

  private void ask(EncryptedMac mac, Instant now) {
    stores.encryptionReports().ask(List.of(mac.host()), List.of(), now);
  }

  @Test
  public void theLastReportCounts() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    assertEquals(Optional.empty(), stores.encryptionReports().find(mac.host()));
    EncryptionReport open = mac.report(Optional.empty(), NONE, T.plus(MINUTE));
    stores.encryptionReports().save(open, T.plus(MINUTE));
    assertEquals(Optional.of(open), stores.encryptionReports().find(mac.host()));
    EncryptionReport closed = mac.report(Optional.of(true), OPENS, T.plus(HOUR));
    stores.encryptionReports().save(closed, T.plus(HOUR));
    assertEquals(Optional.of(closed), stores.encryptionReports().find(mac.host()));
  }

  @Test
  public void aReportOfAnotherEnrollmentIsIgnored() {
    EnrolledMac enrolled = mac(1);
    EncryptedMac mac = new EncryptedMac(stores, enrolled.host());
    EncryptionReport old = mac.report(Optional.of(true), OPENS, T);
    stores
        .enrollments()
        .start(Fixtures.start(enrolled.channel(), Fixtures.hash("second"), 1, T.plus(HOUR)));
    stores.encryptionReports().save(old, T.plus(HOUR));
    stores.enrollments().token(Fixtures.token(enrolled.channel(), T.plus(HOUR)));
    stores.encryptionReports().save(old, T.plus(HOUR));
    assertEquals(Optional.empty(), stores.encryptionReports().find(enrolled.host()));
  }

  @Test
  public void aDeletedHostHasNoReport() {
    EnrolledMac enrolled = mac(1);
    EncryptedMac mac = new EncryptedMac(stores, enrolled.host());
    mac.says(true, OPENS, T);
    stores.enrollments().checkOut(enrolled.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(enrolled.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), stores.encryptionReports().find(enrolled.host()));
  }

  @Test
  public void macsThatMayHaveGotOnAreAskedFromTimeToTime() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    assertEquals(List.of(), toAsk(T.plus(HOUR)));
    mac.installed(ProfileStatus.VERIFYING, T);
    assertEquals(List.of(mac.host()), toAsk(T));
    ask(mac, T.plus(MINUTE));
    assertEquals(List.of(), toAsk(T.plus(MINUTE)));
    assertEquals(List.of(mac.host()), toAsk(T.plus(HOUR)));
    mac.says(true, NONE, T.plus(MINUTE));
    assertEquals(List.of(), toAsk(T.plus(MINUTE)));
    assertEquals(List.of(mac.host()), toAsk(T.plus(HOUR)));
    mac.says(true, OPENS, T.plus(MINUTE));
    assertEquals(List.of(), toAsk(T.plus(HOUR)));
  }

  @Test
  public void whoGotTheProfileAfterItWasAskedIsAskedAtOnce() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    mac.installed(ProfileStatus.VERIFYING, T);
    ask(mac, T.plus(MINUTE));
    mac.installed(ProfileStatus.VERIFYING, T.plus(MINUTE).plus(MINUTE));
    assertEquals(List.of(mac.host()), toAsk(T));
  }

  @Test
  public void askingQueuesTheQuestions() {
    EnrolledMac mac = mac(1);
    stores
        .encryptionReports()
        .ask(
            List.of(mac.host()),
            List.of(Fixtures.order("SecurityInfo", "enrollment", T, mac.channel())),
            T);
    assertEquals(
        1, stores.commandHistory().list(Optional.of(mac.host()), PageRequest.first(10)).size());
  }

  @Test
  public void aMacInSetupIsSoUntilItSaysThatItDidNotEncrypt() {
    EncryptedMac mac = EncryptedMac.inSetup(stores, 1, T);
    assertEquals(Set.of(mac.host()), stores.encryptionReports().inSetup(List.of(mac.host())));
    stores.encryptionReports().beginSetup(mac.host(), T);
    mac.says(false, NONE, T);
    mac.waits(CHANNEL, false, T);
    assertEquals(Set.of(mac.host()), stores.encryptionReports().inSetup(List.of(mac.host())));
    mac.says(true, NONE, T);
    assertEquals(Set.of(mac.host()), stores.encryptionReports().inSetup(List.of(mac.host())));
    settle();
    mac.says(false, NONE, T);
    assertEquals(Set.of(), stores.encryptionReports().inSetup(List.of(mac.host())));
    assertEquals(List.of(mac.host()), settle());
  }

  @Test
  public void whoWasNeverSeenInSetupIsNotInSetup() {
    EncryptedMac mac = EncryptedMac.inSetup(stores, 1, T);
    mac.waits(CHANNEL, false, T);
    assertEquals(Set.of(), stores.encryptionReports().inSetup(List.of(mac.host())));
    EnrolledMac manual = mac(2);
    stores.encryptionReports().beginSetup(manual.host(), T);
    assertEquals(Set.of(), stores.encryptionReports().inSetup(List.of(manual.host())));
  }

  private List<HostId> settle() {
    List<HostId> hosts =
        stores.hostProfiles().leaseDirty(10, T.plus(HOUR), MINUTE).stream().map(Host::id).toList();
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(), List.of(), List.of(), hosts), T.plus(HOUR));
    return hosts;
  }
}
