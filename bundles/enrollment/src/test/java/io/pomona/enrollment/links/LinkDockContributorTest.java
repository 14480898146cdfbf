package io.pomona.enrollment.links;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.contract.ProfileContributorContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

public class LinkDockContributorTest extends ProfileContributorContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final LinkDock dock =
      new LinkDock(
          stores.deviceLinks(),
          stores.organization(),
          new DeviceDock(stores.deviceDock(), true, clock),
          clock);
  private final List<Host> hosts;

  /** Three Macs, of which one is in a team and the links of one were revoked. */
  public LinkDockContributorTest() {
    Fixtures.setUp(stores.users());
    List<HostId> macs =
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> Fixtures.enrolledMac(stores, number, clock.instant()).host())
            .toList();
    Fixtures.transfer(stores, Optional.of(Fixtures.team(stores, "Desks")), macs.get(1));
    stores
        .deviceLinks()
        .revoke(macs.get(2), clock.instant(), Fixtures.activity("revoked_device_link"));
    hosts = stores.hosts().findAll(macs);
  }

  @Override
  protected ProfileContributor contributor() {
    return dock;
  }

  @Override
  protected List<Host> hosts() {
    return hosts;
  }
}
