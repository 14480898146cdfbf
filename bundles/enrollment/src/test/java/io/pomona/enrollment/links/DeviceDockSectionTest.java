package io.pomona.enrollment.links;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DeviceDockSectionTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final DeviceDockSection section =
      new DeviceDockSection(
          new DeviceDock(stores.deviceDock(), true, clock), stores.hostProfiles(), stores.teams());

  private HostId mac(int number) {
    return Fixtures.enrolledMac(stores, number, clock.instant()).host();
  }

  private void has(HostId host) {
    HostProfile row =
        new HostProfile(
            host,
            "mydevice",
            LinkDock.IDENTIFIER,
            "My Mac",
            "U",
            Fixtures.hash("content"),
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            clock.instant());
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), clock.instant());
  }

  private static SettingsWish wish(boolean file, boolean force) {
    Optional<Map<String, byte[]>> files = file ? Optional.of(Map.of()) : Optional.empty();
    return new SettingsWish(Map.of("in_dock", false), files, force);
  }

  private List<FieldError> check(boolean file, boolean force) {
    return section.check(Optional.empty(), wish(file, force));
  }

  @Test
  public void aFileThatTakesItOffMostMacsOfAllTeamsMustMeanIt() {
    HostId inTeam = mac(1);
    Fixtures.transfer(stores, Optional.of(Fixtures.team(stores, "Desks")), inTeam);
    has(inTeam);
    HostId without = mac(2);
    assertEquals("not more than half", List.of(), check(true, false));
    has(without);
    FieldError refused = check(true, false).get(0);
    assertEquals("in_dock", refused.name());
    assertTrue(refused.forceable());
    assertTrue(refused.reason(), refused.reason().contains("off 2 of 2 Macs; say force"));
    assertEquals(List.of(), check(true, true));
    assertEquals("a person was asked", List.of(), check(false, false));
    String off = section.apply(Fixtures.ADMIN, Optional.empty(), wish(true, true)).get(0).text();
    assertTrue(off, off.endsWith("taken off 2 Macs"));
    assertEquals("it is off already", List.of(), check(true, false));
  }
}
