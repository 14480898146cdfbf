package io.pomona.profiles;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.TeamId;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This slice over stores in memory, with the deliveries of the outbox done by hand. */
final class ProfilesWorld {
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final Contributors contributors = new Contributors();
  final CustomProfiles library =
      new CustomProfiles(
          stores.profiles(), new ProfileScope(stores.teams(), FakeAccess.allowingAll()), clock);
  final Reconciler reconciler =
      new Reconciler(stores.hostProfiles(), stores.commandHistory(), contributors, clock);
  final ProfileOutcomes outcomes =
      new ProfileOutcomes(stores.hostProfiles(), stores.commandHistory(), clock);

  ProfilesWorld() {
    contribute(new CustomProfileContributor(stores.profiles()), 0);
  }

  void contribute(ProfileContributor contributor, int ranking) {
    contributors.add(contributor, Map.of("service.ranking", ranking));
  }

  TestMac mac(int number) {
    return new TestMac(stores, clock, Fixtures.enrolledMac(stores, number, clock.instant()));
  }

  Profile add(String identifier, int idleTime) {
    return add(Optional.empty(), identifier, idleTime);
  }

  Profile add(Optional<TeamId> team, String identifier, int idleTime) {
    return library.add(
        Fixtures.ADMIN,
        team,
        SampleProfiles.screenSaver(identifier, "Name of " + identifier, idleTime));
  }

  Optional<TeamId> team(String name) {
    return Optional.of(Fixtures.team(stores, name));
  }

  void move(TestMac mac, Optional<TeamId> team) {
    Fixtures.transfer(stores, team, mac.mac.host());
  }

  void delete(Profile profile) {
    library.delete(Fixtures.ADMIN, profile.id());
  }

  /** Until nobody has anything to do. */
  void settle(TestMac... macs) {
    boolean quiet = false;
    for (int i = 0; i < 20 && !quiet; i++) {
      reconciler.reconcile();
      for (TestMac mac : macs) {
        mac.poll();
      }
      quiet = !deliver();
    }
  }

  boolean deliver() {
    List<OutboxItem> items = news();
    items.forEach(this::tell);
    stores.outbox().done(items.stream().map(OutboxItem::id).toList());
    return !items.isEmpty();
  }

  List<OutboxItem> news() {
    return stores
        .outbox()
        .lease(EnumSet.of(OutboxTopic.COMMAND_ENDED), 1000, clock.instant(), Duration.ofMinutes(1));
  }

  void tell(OutboxItem item) {
    CommandUuid uuid = new CommandUuid(item.commandUuid().orElseThrow());
    ChannelId channel = item.channel();
    outcomes.ended(
        new CommandOutcome(
            stores.commandHistory().find(uuid, channel).orElseThrow(),
            stores.commandHistory().result(uuid, channel)));
  }

  List<HostProfile> rows(TestMac mac) {
    return stores.hostProfiles().statuses(List.of(mac.mac.host())).get(mac.mac.host());
  }

  HostProfile row(TestMac mac) {
    List<HostProfile> rows = rows(mac);
    if (rows.size() != 1) {
      throw new AssertionError("one row expected: " + rows);
    }
    return rows.get(0);
  }

  ProfileStatus status(TestMac mac) {
    return row(mac).status();
  }
}
