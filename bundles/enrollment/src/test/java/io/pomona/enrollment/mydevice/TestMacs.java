package io.pomona.enrollment.mydevice;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Macs as their users see them, for tests. */
final class TestMacs {
  private TestMacs() {}

  static MyMac of(Host host) {
    return new MyMac(
        host,
        "Acme",
        Optional.empty(),
        false,
        true,
        HostEncryption.none(),
        Optional.empty(),
        "jane@example.com",
        Optional.empty(),
        false,
        UpdatePolicy.USUAL_ZONE);
  }

  /** Made known before it enrolls. */
  static MyMac added(InMemoryStoreSet stores, int seed, Instant now) {
    NewHost mac = new NewHost(Fixtures.serial(seed), "", Optional.empty(), "");
    return of(
        stores
            .addedHosts()
            .add(List.of(mac), "Admin", now, made -> Fixtures.activity("added_hosts"))
            .get(0)
            .host());
  }
}
