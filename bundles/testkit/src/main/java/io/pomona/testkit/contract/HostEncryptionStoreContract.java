package io.pomona.testkit.contract;

import static io.pomona.api.escrow.EncryptionReport.Key.NONE;
import static io.pomona.api.escrow.EncryptionReport.Key.OPENS;
import static io.pomona.api.escrow.EncryptionReport.Key.UNREADABLE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.ActionRequired;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleKeys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code HostEncryptionStore} must do. */
public class HostEncryptionStoreContract extends StoreContract {
  private EncryptedMac encrypted(int number) {
    return new EncryptedMac(stores, mac(number).host());
  }

  private HostEncryption of(EncryptedMac mac) {
    return stores.hostEncryptions().of(List.of(mac.host())).get(mac.host());
  }

  /** Of, summary and list agree. */
  private void assertIs(DiskEncryptionStatus status, EncryptedMac mac) {
    assertEquals(Optional.of(status), of(mac).status());
    assertEquals(Map.of(status, 1L), stores.hostEncryptions().summary(Optional.empty()));
    for (DiskEncryptionStatus each : DiskEncryptionStatus.values()) {
      List<HostId> expected = each == status ? List.of(mac.host()) : List.of();
      assertEquals(each.label(), expected, listed(each));
    }
  }

  private List<HostId> listed(DiskEncryptionStatus status) {
    HostFilter filter = HostFilter.all().withEncryption(Optional.of(status));
    List<HostId> listed =
        stores.hosts().list(filter, PageRequest.first(10)).stream().map(Host::id).toList();
    assertEquals(listed.size(), stores.hosts().count(filter));
    return listed;
  }

  @Test
  public void withoutAProfileThereIsNone() {
    EncryptedMac mac = encrypted(1);
    mac.says(true, OPENS, T);
    assertEquals(Optional.empty(), of(mac).status());
    assertEquals(Map.of(), stores.hostEncryptions().summary(Optional.empty()));
    for (DiskEncryptionStatus each : DiskEncryptionStatus.values()) {
      assertEquals(List.of(), listed(each));
    }
    assertEquals(Map.of(), stores.hostEncryptions().of(List.of(new HostId(4711))));
  }

  @Test
  public void aProfileOnItsWayIsEnforcing() {
    EncryptedMac mac = encrypted(1);
    mac.installed(ProfileStatus.PENDING, T);
    assertIs(DiskEncryptionStatus.ENFORCING, mac);
    mac.profile(ProfileOperation.INSTALL, ProfileStatus.FAILED, "The Mac said no.", T);
    assertIs(DiskEncryptionStatus.FAILED, mac);
    assertEquals("The Mac said no.", of(mac).detail());
  }

  @Test
  public void aProfileOnItsWayOffIsRemovingEnforcement() {
    EncryptedMac mac = encrypted(1);
    mac.says(true, OPENS, T);
    mac.profile(ProfileOperation.REMOVE, ProfileStatus.PENDING, "", T);
    assertIs(DiskEncryptionStatus.REMOVING_ENFORCEMENT, mac);
    mac.profile(ProfileOperation.REMOVE, ProfileStatus.VERIFYING, "", T);
    assertIs(DiskEncryptionStatus.REMOVING_ENFORCEMENT, mac);
    mac.profile(ProfileOperation.REMOVE, ProfileStatus.FAILED, "", T);
    assertIs(DiskEncryptionStatus.FAILED, mac);
  }

  @Test
  public void whatTheMacSaidBeforeItHadTheProfileDoesNotCount() {
    EncryptedMac mac = encrypted(1);
    mac.says(false, NONE, T);
    mac.installed(ProfileStatus.VERIFIED, T);
    assertIs(DiskEncryptionStatus.VERIFYING, mac);
    mac.says(false, NONE, T.plus(MINUTE));
    assertIs(DiskEncryptionStatus.ACTION_REQUIRED, mac);
    assertEquals(Optional.of(ActionRequired.LOG_OUT), of(mac).action());
    assertTrue(of(mac).detail(), of(mac).detail().contains("Log out"));
  }

  @Test
  public void whoDoesNotSayWhetherItIsEncryptedIsWaitedFor() {
    EncryptedMac mac = encrypted(1);
    mac.installed(ProfileStatus.VERIFIED, T);
    stores.encryptionReports().save(mac.report(Optional.empty(), NONE, T), T);
    assertIs(DiskEncryptionStatus.VERIFYING, mac);
  }

  @Test
  public void withoutAKeyThatOpensItWantsANewOne() {
    EncryptedMac mac = encrypted(1);
    mac.installed(ProfileStatus.VERIFIED, T);
    mac.says(true, NONE, T);
    assertIs(DiskEncryptionStatus.ACTION_REQUIRED, mac);
    mac.says(true, UNREADABLE, T);
    assertIs(DiskEncryptionStatus.ACTION_REQUIRED, mac);
    assertEquals(Optional.of(ActionRequired.ROTATE_KEY), of(mac).action());
    assertTrue(of(mac).detail(), of(mac).detail().startsWith("It sent no key."));
    assertTrue(of(mac).detail(), of(mac).detail().contains(HostEncryption.NEW_KEY));
  }

  @Test
  public void withAKeyThatOpensItIsAsFarAsItsProfile() {
    EncryptedMac mac = encrypted(1);
    mac.installed(ProfileStatus.VERIFYING, T);
    mac.says(true, OPENS, T);
    assertIs(DiskEncryptionStatus.VERIFYING, mac);
    mac.installed(ProfileStatus.VERIFIED, T);
    assertIs(DiskEncryptionStatus.VERIFIED, mac);
    assertEquals("", of(mac).detail());
    assertEquals(Optional.empty(), of(mac).action());
  }

  @Test
  public void aNewEnrollmentBeginsAnew() {
    EnrolledMac mac = mac(1);
    EncryptedMac encrypted = new EncryptedMac(stores, mac.host());
    encrypted.says(true, OPENS, T);
    stores
        .enrollments()
        .start(Fixtures.start(mac.channel(), Fixtures.hash("second"), 1, T.plus(HOUR)));
    stores.enrollments().token(Fixtures.token(mac.channel(), T.plus(HOUR)));
    encrypted.installed(ProfileStatus.VERIFIED, T.plus(HOUR));
    assertIs(DiskEncryptionStatus.VERIFYING, encrypted);
    assertEquals(Optional.empty(), stores.encryptionReports().find(mac.host()));
  }

  @Test
  public void whoHasLeftHasNoStatus() {
    EnrolledMac mac = mac(1);
    EncryptedMac encrypted = new EncryptedMac(stores, mac.host());
    encrypted.installed(ProfileStatus.VERIFIED, T);
    encrypted.says(true, OPENS, T);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(Optional.empty(), of(encrypted).status());
    assertEquals(Map.of(), stores.hostEncryptions().summary(Optional.empty()));
  }

  @Test
  public void aKeyIsAvailableOfWhateverEnrollment() {
    EnrolledMac mac = mac(1);
    EncryptedMac encrypted = new EncryptedMac(stores, mac.host());
    stores.recoveryKeys().add(SampleKeys.unreadable(stores, mac.host(), "none"), List.of(), T);
    assertFalse(of(encrypted).keyAvailable());
    stores.recoveryKeys().add(SampleKeys.opened(stores, mac.host(), "key"), List.of(), T);
    assertTrue(of(encrypted).keyAvailable());
    SampleKeys.leave(stores, mac, T.plus(MINUTE));
    assertTrue(of(encrypted).keyAvailable());
    SampleKeys.enrollAgain(stores, 1, T.plus(HOUR));
    assertTrue(of(encrypted).keyAvailable());
    assertFalse(of(encrypted(2)).keyAvailable());
  }

  @Test
  public void aSummaryCountsByStatus() {
    EncryptedMac first = encrypted(1);
    first.installed(ProfileStatus.VERIFIED, T);
    first.says(false, NONE, T);
    EncryptedMac second = encrypted(2);
    second.installed(ProfileStatus.VERIFIED, T);
    second.says(true, NONE, T);
    EncryptedMac third = encrypted(3);
    third.installed(ProfileStatus.PENDING, T);
    Map<DiskEncryptionStatus, Long> expected = new EnumMap<>(DiskEncryptionStatus.class);
    expected.put(DiskEncryptionStatus.ACTION_REQUIRED, 2L);
    expected.put(DiskEncryptionStatus.ENFORCING, 1L);
    assertEquals(expected, stores.hostEncryptions().summary(Optional.empty()));
    assertEquals(
        List.of(first.host(), second.host()), listed(DiskEncryptionStatus.ACTION_REQUIRED));
  }

  private void assertOverall(ProfileStatus expected) {
    assertEquals(Map.of(expected, 1L), stores.hostProfiles().summary(Optional.empty()));
    HostId mac = stores.hosts().list(HostFilter.all(), PageRequest.first(1)).get(0).id();
    assertEquals(Map.of(mac, expected), stores.hostProfiles().overall(List.of(mac)));
    for (ProfileStatus each : ProfileStatus.values()) {
      HostFilter filter = new HostFilter("", Set.of(), Optional.of(each));
      assertEquals(each.name(), each == expected ? 1 : 0, stores.hosts().count(filter));
    }
  }

  @Test
  public void whoIsAwaitedIsPendingAmongProfiles() {
    EncryptedMac mac = encrypted(1);
    mac.installed(ProfileStatus.VERIFIED, T);
    assertOverall(ProfileStatus.VERIFIED);
    mac.says(false, NONE, T);
    assertOverall(ProfileStatus.PENDING);
    mac.says(true, UNREADABLE, T);
    assertOverall(ProfileStatus.PENDING);
    mac.says(true, OPENS, T);
    assertOverall(ProfileStatus.VERIFIED);
    mac.installed(ProfileStatus.FAILED, T);
    assertOverall(ProfileStatus.FAILED);
  }
}
