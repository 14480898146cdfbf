package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.testkit.Fixtures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code DeviceDockStore} must do. */
public class DeviceDockStoreContract extends StoreContract {
  private static final String ENABLED = "enabled_device_dock";
  private static final String DISABLED = "disabled_device_dock";

  private boolean put(boolean wanted) {
    String type = wanted ? ENABLED : DISABLED;
    return stores.deviceDock().put(wanted, Fixtures.activity(type), T);
  }

  @Test
  public void whatWasSaidLastCountsAndOnlyChangesAreWritten() {
    assertEquals(Optional.empty(), stores.deviceDock().isWanted());
    assertTrue("said for the first time", put(false));
    assertEquals(Optional.of(false), stores.deviceDock().isWanted());
    assertTrue(put(true));
    assertFalse(put(true));
    assertEquals(Optional.of(true), stores.deviceDock().isWanted());
    assertEquals(List.of(ENABLED, DISABLED), activities());
  }

  @Test
  public void allMacsAreReconciled() {
    List<HostId> macs = List.of(mac(1).host(), mac(2).host());
    dirty();
    put(true);
    assertEquals(macs, dirty());
    put(true);
    assertEquals(List.of(), dirty());
  }

  private List<HostId> dirty() {
    List<HostId> hosts =
        stores.hostProfiles().leaseDirty(10, T.plus(HOUR), MINUTE).stream()
            .map(Host::id)
            .sorted(Comparator.comparingLong(HostId::value))
            .toList();
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(), List.of(), List.of(), hosts), T.plus(HOUR));
    return hosts;
  }
}
