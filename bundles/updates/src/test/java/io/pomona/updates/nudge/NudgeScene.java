package io.pomona.updates.nudge;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.StoreSet;
import java.time.Instant;
import java.util.Optional;

/** Macs of any age. */
final class NudgeScene {
  private NudgeScene() {}

  static ChannelId channel(int number) {
    return ChannelId.device(Fixtures.udid(number));
  }

  static Host find(StoreSet stores, int number) {
    return stores
        .hosts()
        .findByIdentifier(Fixtures.udid(number), TeamScope.everywhere())
        .orElseThrow();
  }

  /** An enrolled Mac that says that it runs this; enrolled if it is not yet. */
  static Host mac(StoreSet stores, int number, String version, Instant now) {
    HostStore hosts = stores.hosts();
    if (hosts.findByIdentifier(Fixtures.udid(number), TeamScope.everywhere()).isEmpty()) {
      Fixtures.enrolledMac(stores, number, now);
    }
    MacFacts facts = Fixtures.facts(number);
    hosts.report(
        channel(number),
        Optional.of(
            new MacFacts(
                facts.serialNumber(), facts.name(), facts.model(), facts.modelName(), version, "")),
        new HostInventory(Optional.empty(), Optional.empty()),
        now);
    return find(stores, number);
  }
}
