package io.pomona.testkit.contract;

import static io.pomona.api.escrow.EncryptionReport.Key.NONE;
import static io.pomona.api.escrow.EncryptionReport.Key.OPENS;
import static io.pomona.api.escrow.EncryptionReport.Key.UNREADABLE;
import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore.Pauses;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code EncryptionReportStore} must do. */
public class EncryptionReportStoreContract extends StoreContract {
  private static final ChannelId CHANNEL = ChannelId.device(Fixtures.udid(1));

  private static final Pauses PAUSES = new Pauses(minutes(15), Duration.ofDays(1));

  private static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }

  private static NewCommand question(Instant now) {
    return Fixtures.command("SecurityInfo", "enrollment", now).about("SecurityInfo");
  }

  /** How many are due then; they are asked. */
  private int ask(Instant now) {
    return stores.encryptionReports().ask(question(now), PAUSES, 10, now);
  }

  private long commands(HostId host) {
    return stores.commandHistory().list(Optional.of(host), PageRequest.first(10)).size();
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
    assertEquals(0, ask(T));
    mac.installed(ProfileStatus.PENDING, T);
    assertEquals(0, ask(T));
    mac.installed(ProfileStatus.VERIFYING, T);
    assertEquals(1, ask(T));
    assertEquals(0, ask(T.plus(minutes(14))));
    mac.says(true, NONE, T.plus(minutes(14)));
    assertEquals(0, ask(T.plus(minutes(14))));
    assertEquals(1, ask(T.plus(minutes(15))));
    mac.says(true, OPENS, T.plus(minutes(16)));
    assertEquals(0, ask(T.plus(Duration.ofDays(7))));
    mac.says(true, UNREADABLE, T.plus(Duration.ofDays(7)));
    assertEquals(1, ask(T.plus(Duration.ofDays(7))));
  }

  @Test
  public void theLongerNothingChangesTheMoreSeldomTheyAreAsked() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    mac.installed(ProfileStatus.VERIFYING, T);
    for (long minute : List.of(0, 15, 30, 60, 120)) {
      assertEquals(0, ask(T.plus(minutes(minute - 1))));
      assertEquals(1, ask(T.plus(minutes(minute))));
    }
    assertEquals(1, ask(T.plus(Duration.ofDays(3))));
    assertEquals(0, ask(T.plus(Duration.ofDays(4)).minus(MINUTE)));
    assertEquals(1, ask(T.plus(Duration.ofDays(4))));
  }

  @Test
  public void somethingNewBringsTheNextQuestionNear() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    mac.installed(ProfileStatus.VERIFYING, T);
    ask(T);
    mac.says(false, NONE, T);
    Instant later = T.plus(Duration.ofDays(3));
    assertEquals(1, ask(later));
    stores.encryptionReports().hasten(mac.host(), later.plus(MINUTE));
    assertEquals(0, ask(later.plus(minutes(14))));
    assertEquals(1, ask(later.plus(minutes(15))));
    assertEquals(1, ask(later.plus(Duration.ofDays(3))));
    mac.says(true, NONE, later.plus(Duration.ofDays(3)));
    assertEquals(1, ask(later.plus(Duration.ofDays(3)).plus(minutes(15))));
  }

  @Test
  public void whoLacksNothingIsNotHastened() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    stores.encryptionReports().hasten(mac.host(), T);
    mac.installed(ProfileStatus.VERIFYING, T);
    mac.says(true, OPENS, T);
    stores.encryptionReports().hasten(mac.host(), T.plus(HOUR));
    assertEquals(0, ask(T.plus(HOUR)));
  }

  @Test
  public void whoGotTheProfileAfterItWasAskedIsAskedAtOnce() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    mac.installed(ProfileStatus.VERIFYING, T);
    ask(T.plus(MINUTE));
    mac.installed(ProfileStatus.VERIFYING, T.plus(MINUTE).plus(MINUTE));
    assertEquals(1, ask(T.plus(MINUTE).plus(MINUTE)));
  }

  @Test
  public void aQuestionThatWaitsStaysTheOnlyOne() {
    EncryptedMac mac = new EncryptedMac(stores, mac(1).host());
    mac.installed(ProfileStatus.VERIFYING, T);
    ask(T);
    assertEquals(1, commands(mac.host()));
    assertEquals(1, ask(T.plus(HOUR)));
    assertEquals(1, commands(mac.host()));
  }

  @Test
  public void anotherSlicesCommandIsNoQuestion() {
    EnrolledMac enrolled = mac(1);
    EncryptedMac mac = new EncryptedMac(stores, enrolled.host());
    NewCommand other = Fixtures.command("SecurityInfo", "updates", T).about("SecurityInfo");
    stores
        .commandQueue()
        .enqueue(List.of(new CommandOrder(other, List.of(enrolled.channel()))), List.of(), T);
    mac.installed(ProfileStatus.VERIFYING, T);
    ask(T);
    assertEquals(2, commands(mac.host()));
  }

  @Test
  public void aNewEnrollmentIsAskedAnew() {
    EnrolledMac enrolled = mac(1);
    EncryptedMac mac = new EncryptedMac(stores, enrolled.host());
    mac.installed(ProfileStatus.VERIFYING, T);
    mac.says(true, OPENS, T);
    stores
        .enrollments()
        .start(Fixtures.start(enrolled.channel(), Fixtures.hash("second"), 1, T.plus(HOUR)));
    stores.enrollments().token(Fixtures.token(enrolled.channel(), T.plus(HOUR)));
    assertEquals(0, ask(T.plus(HOUR)));
    mac.installed(ProfileStatus.VERIFYING, T.plus(HOUR));
    assertEquals(1, ask(T.plus(HOUR)));
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
