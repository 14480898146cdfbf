package io.pomona.updates.schedule;

import static org.junit.Assert.assertEquals;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import io.pomona.updates.declarations.WantedDeclarations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Mac and the rules over in-memory stores; what it answers reaches them at once. */
final class UpdatesWorld {
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet();
  final Map<HostId, HostUpdate> required = new HashMap<>();
  final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
  final FakeAccess access = FakeAccess.allowingAll();
  final OsUpdates updates =
      new OsUpdates(
          stores.osUpdates(),
          stores.hosts(),
          stores.commandQueue(),
          new OsUpdateObstacles(
              hosts -> required,
              new WantedDeclarations(
                  stores.declarations(), stores.updatePolicies(), stores.hosts()),
              stores.bootstrapTokens()),
          access,
          clock);
  final OsUpdateOutcomes outcomes =
      new OsUpdateOutcomes(stores.osUpdates(), stores.commandQueue(), clock);
  final OsUpdateFollowing following =
      new OsUpdateFollowing(stores.osUpdates(), stores.hosts(), clock);

  UpdatesWorld() {
    runs("13.4", PlistDict.of().with("IsSupervised", true), PlistDict.of());
  }

  void runs(String version, PlistDict device, PlistDict security) {
    MacFacts facts = new MacFacts("", "", "", "", version, "");
    HostInventory report = new HostInventory(Optional.of(device), Optional.of(security));
    stores.hosts().report(mac.channel(), Optional.of(facts), report, clock.instant());
  }

  Optional<Host> host() {
    return stores.hosts().find(mac.host());
  }

  OsUpdateStanding standing() {
    return stores.osUpdates().of(mac.host());
  }

  OsUpdateProgress progress() {
    return OsUpdateProgress.of(host().orElseThrow(), standing());
  }

  /** The types of the commands that wait. */
  List<String> waiting() {
    return stores.commandTimeline().waiting(mac.channel(), 10).stream()
        .map(each -> each.command().requestType())
        .toList();
  }

  /** The Mac fetches the next command, which has to be of this type, and answers with this key. */
  void answers(String requestType, String key, Object value) {
    CommandUuid uuid = next(requestType);
    answers(uuid, Reports.acknowledged(mac.channel(), uuid, key, value));
  }

  void refuses(String requestType, String reason) {
    CommandUuid uuid = next(requestType);
    answers(uuid, Reports.error(mac.channel(), uuid, "MCMDMErrorDomain", 12003, reason));
  }

  CommandUuid next(String requestType) {
    assertEquals(requestType, waiting().get(0));
    CommandUuid uuid = stores.commandTimeline().waiting(mac.channel(), 1).get(0).command().uuid();
    stores.commandQueue().exchange(Reports.idle(mac.channel()), clock.instant());
    return uuid;
  }

  void answers(CommandUuid uuid, CommandReportEntry entry) {
    stores.commandQueue().exchange(entry, clock.instant());
    tell(uuid);
  }

  void tell(CommandUuid uuid) {
    CommandRecord command = stores.commandHistory().find(uuid, mac.channel()).orElseThrow();
    Optional<byte[]> answer = stores.commandHistory().result(uuid, mac.channel());
    outcomes.ended(new CommandOutcome(command, answer));
  }
}
