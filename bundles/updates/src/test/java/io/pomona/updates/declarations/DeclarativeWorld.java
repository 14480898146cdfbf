package io.pomona.updates.declarations;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.DeclarativeManagement;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Macs, declarations and who speaks of them. */
final class DeclarativeWorld {
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final WatchedDeclarations watched = new WatchedDeclarations(stores.declarations());
  final WantedDeclarations wanted =
      new WantedDeclarations(watched, stores.updatePolicies(), stores.hosts());
  final DeclarationSweep sweep = new DeclarationSweep(stores.hostDeclarations(), wanted, clock);
  final DeclarationOutcomes outcomes = new DeclarationOutcomes(stores.hostDeclarations(), clock);
  final StatusIntake intake = new StatusIntake(stores.statusReports(), stores.hosts(), clock);
  final DeclarationAnswers answers =
      new DeclarationAnswers(
          stores.enrollments(), stores.hosts(), wanted, stores.hostDeclarations(), intake, clock);
  final HostDeclarations onHosts =
      new HostDeclarations(wanted, stores.hostDeclarations(), stores.statusReports());
  final TeamDeclarations uploaded =
      new TeamDeclarations(
          stores.declarations(),
          stores.teams(),
          stores.updatePolicies(),
          stores.activities(),
          FakeAccess.allowingAll(),
          clock);

  EnrolledMac mac(int number, String version) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, clock.instant());
    runs(mac, version);
    return mac;
  }

  void runs(EnrolledMac mac, String version) {
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(new MacFacts("", "", "", "", version, "")),
            new HostInventory(Optional.empty(), Optional.empty()),
            clock.instant());
  }

  Host host(EnrolledMac mac) {
    return stores.hosts().find(mac.host()).orElseThrow();
  }

  void upload(Declaration declaration) {
    uploaded.add(
        Fixtures.ADMIN,
        Optional.empty(),
        declaration.identifier(),
        declaration.type(),
        declaration.payload().getBytes(StandardCharsets.UTF_8));
  }

  void require(String version) {
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            Optional.of(
                new UpdatePolicy(
                    version,
                    LocalDate.of(2027, 1, 31),
                    UpdatePolicy.USUAL_TIME,
                    ZoneId.of("Europe/Berlin"))),
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  /** What the Mac is answered; empty text where nothing is. */
  String ask(ChannelId channel, String endpoint) {
    return answers
        .answer(
            channel, new DeclarativeManagement(channel, endpoint, Optional.empty(), PlistDict.of()))
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .orElse("");
  }

  void report(ChannelId channel, String json) {
    answers.answer(
        channel,
        new DeclarativeManagement(
            channel, "status", Optional.of(json.getBytes(StandardCharsets.UTF_8)), PlistDict.of()));
  }

  /** The tokens that a command tells the Mac; empty when none waits. It is acknowledged. */
  Optional<String> told(EnrolledMac mac) {
    Optional<PlistDict> command =
        stores
            .commandQueue()
            .exchange(Reports.idle(mac.channel()), clock.instant())
            .map(PlistReader::read);
    command.ifPresent(
        body ->
            stores
                .commandQueue()
                .exchange(
                    Reports.acknowledged(
                        mac.channel(), new CommandUuid(body.string("CommandUUID").orElseThrow())),
                    clock.instant()));
    return command
        .flatMap(body -> body.dict("Command"))
        .flatMap(body -> body.data("Data"))
        .map(data -> new String(data, StandardCharsets.UTF_8));
  }
}
