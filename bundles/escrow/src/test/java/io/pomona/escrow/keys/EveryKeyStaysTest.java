package io.pomona.escrow.keys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Whatever becomes of a Mac, an admin reads every key that it ever gave, and is seen to. */
public class EveryKeyStaysTest {
  private final RotationBench bench = new RotationBench();
  private final List<String> given = new ArrayList<>();
  private EnrolledMac mac;
  private int views;

  private void give(String key) {
    bench.escrow(mac, FakeEncryptionKeys.envelope("one", key));
    given.add(0, key);
  }

  private void assertAllAreRead() {
    List<String> read = new ArrayList<>();
    for (RecoveryKey key : found()) {
      read.add(bench.disclosure.byId(Fixtures.ADMIN, key.id()).secret().revealText());
      views++;
    }
    assertEquals(given, read);
    List<Activity> told = bench.activities("read_host_disk_encryption_key");
    assertEquals(views, told.size());
    assertEquals(Fixtures.serial(1), told.get(0).details().get("host_serial"));
    assertEquals("Ada Admin", told.get(0).actorName());
  }

  private List<RecoveryKey> found() {
    return bench.history.search(Fixtures.ADMIN, Fixtures.serial(1), PageRequest.first(100));
  }

  @Test
  public void throughTransferLeavingDeletionAndReturn() {
    mac = bench.mac(1, "KEY1-0000-0000-0000-0000-0000");
    given.add("KEY1-0000-0000-0000-0000-0000");
    Team team =
        bench
            .stores
            .teams()
            .create(
                new NewTeam("Orchard", ""),
                bench.clock.instant(),
                made -> Fixtures.activity("created_team"));
    bench
        .stores
        .hosts()
        .transfer(
            List.of(mac.host()),
            Optional.of(team.id()),
            bench.clock.instant(),
            move -> move.by(Fixtures.ADMIN));
    give("KEY2-0000-0000-0000-0000-0000");
    assertAllAreRead();
    bench.certificates.roll("two");
    give("KEY3-0000-0000-0000-0000-0000");
    assertAllAreRead();
    mac = SampleKeys.enrollAgain(bench.stores, 1, bench.clock.advance(Duration.ofDays(1)));
    give("KEY4-0000-0000-0000-0000-0000");
    assertAllAreRead();
    bench
        .stores
        .teams()
        .delete(
            team.id(),
            bench.clock.instant(),
            move -> move.by(Fixtures.ADMIN),
            (was, people) -> List.of(Fixtures.activity("deleted_team")));
    SampleKeys.leave(bench.stores, mac, bench.clock.instant());
    assertAllAreRead();
    bench.stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), bench.stores.hosts().find(mac.host()));
    assertAllAreRead();
    mac = SampleKeys.enrollAgain(bench.stores, 1, bench.clock.advance(Duration.ofDays(1)));
    assertAllAreRead();
    assertEquals("KEY4-0000-0000-0000-0000-0000", bench.current(mac));
    views++;
    give("KEY5-0000-0000-0000-0000-0000");
    assertAllAreRead();
  }

  @Test
  public void aViewThatCannotBeToldShowsNothing() {
    mac = bench.mac(1, RotationBench.OLD);
    RecoveryKey key = found().get(0);
    KeyDisclosure mute =
        new KeyDisclosure(
            new MuteKeyStore(bench.stores.recoveryKeys()),
            bench.history,
            bench.stores.hosts(),
            bench.access,
            bench.vault,
            true,
            bench.clock);
    assertThrows(MdmException.class, () -> mute.ofHost(Fixtures.ADMIN, mac.host()));
    assertThrows(MdmException.class, () -> mute.byId(Fixtures.ADMIN, key.id()));
    assertEquals(List.of(), bench.activities("read_host_disk_encryption_key"));
  }

  @Test
  public void aSettingTakesTheKeysFromObservers() {
    mac = bench.mac(1, RotationBench.OLD);
    FakeAccess observer = FakeAccess.allowing(Permission.VIEW_HOSTS, Permission.VIEW_RECOVERY_KEYS);
    assertEquals(
        RotationBench.OLD,
        disclosure(observer, true).ofHost(Fixtures.ADMIN, mac.host()).secret().revealText());
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> disclosure(observer, false).ofHost(Fixtures.ADMIN, mac.host()));
    assertEquals(MdmException.Kind.FORBIDDEN, refused.kind());
    Host host = bench.stores.hosts().find(mac.host()).orElseThrow();
    assertTrue(disclosure(observer, true).allows(Fixtures.ADMIN, host));
    assertFalse(disclosure(observer, false).allows(Fixtures.ADMIN, host));
    FakeAccess maintainer =
        FakeAccess.allowing(Permission.VIEW_HOSTS, Permission.VIEW_DEVICE_SECRETS);
    assertTrue(disclosure(maintainer, false).ofHost(Fixtures.ADMIN, mac.host()).key().opens());
    assertEquals(2, bench.activities("read_host_disk_encryption_key").size());
  }

  private KeyDisclosure disclosure(FakeAccess access, boolean toObservers) {
    return new KeyDisclosure(
        bench.stores.recoveryKeys(),
        bench.history,
        bench.stores.hosts(),
        access,
        bench.vault,
        toObservers,
        bench.clock);
  }
}
