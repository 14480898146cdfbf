package io.pomona.enrollment;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandReport;
import io.pomona.protocol.command.CommandReportReader;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The slice over in-memory stores, with what the other slices do for it in a few lines. */
final class EnrollmentWorld {
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final FakePush push = new FakePush();
  final FakePki pki = new FakePki(stores, clock);
  final ConfiguredIdentities identities;
  final EnrollmentGate gate;
  final EnrollmentProfiles profiles;
  final CheckIn checkIn;
  final DeclarativeAnswers declarative = new DeclarativeAnswers(stores.enrollments());
  final Inventory inventory = new Inventory(stores.hosts());
  final Refetch refetch = new Refetch(stores.hosts(), Duration.ofHours(24), clock);
  final IdentityRenewal renewal;
  final RenewalStatus status = new RenewalStatus(stores.renewals(), clock);
  final Unenrollment unenrollment;
  final EnrollmentNews news = new EnrollmentNews(stores.outbox(), stores.enrollments(), clock);

  /** What becomes of telling webhooks. */
  Optional<RuntimeException> broken = Optional.empty();

  private final List<CommandOutcomeListener> listeners;

  EnrollmentWorld() {
    this(Configs.defaults());
  }

  EnrollmentWorld(EnrollmentConfig config) {
    Fixtures.setUp(stores.users());
    identities = new ConfiguredIdentities(push, pki, stores.enrollments(), config);
    gate =
        new EnrollmentGate(
            stores.enrollments(),
            stores.hosts(),
            stores.certificates(),
            stores.arrivals(),
            stores.addedHosts(),
            push,
            new SelfServiceTeam(stores.teams(), config),
            clock);
    profiles = new EnrollmentProfiles(stores.organization(), push, pki, pki, pki, pki, config);
    checkIn = checkIn(config);
    renewal = new IdentityRenewal(stores.renewals(), profiles, Duration.ofDays(180), clock);
    unenrollment = new Unenrollment(stores.commandQueue(), stores.hosts(), gate, clock);
    listeners =
        List.of(
            inventory,
            unenrollment,
            new RenewalOutcomes(stores.renewals(), stores.commandHistory(), clock));
  }

  private CheckIn checkIn(EnrollmentConfig config) {
    LateDuplicates duplicates = new LateDuplicates();
    return new CheckIn(
        identities,
        gate,
        new ChannelTokens(stores.enrollments(), stores.hosts(), duplicates, clock),
        new BootstrapTokens(
            stores.bootstrapTokens(), new FakeSecretVault(), stores.enrollments(), clock),
        new UserLogins(stores.enrollments(), config),
        declarative,
        stores.enrollments(),
        new DeviceEvents() {
          @Override
          public Interest interest(DeviceTopic topic) {
            return stores.deviceEvents().interest(topic);
          }

          @Override
          public void tell(DeviceEvent event) {
            broken.ifPresent(
                failure -> {
                  throw failure;
                });
            stores.deviceEvents().tell(event);
          }
        },
        clock);
  }

  /** With the same store, and nothing in its memory. */
  DeviceIdentities anotherNode() {
    return new ConfiguredIdentities(push, pki, stores.enrollments(), Configs.defaults());
  }

  static DeviceRequest request(String certificate, byte[] body) {
    return new DeviceRequest(
        body, Optional.of(certificate), Optional.empty(), Optional.empty(), "192.0.2.1", 8443);
  }

  CheckInAnswer checkIn(String certificate, byte[] body) {
    return checkIn.receive(request(certificate, body));
  }

  /** What the commands slice does with a report. */
  Optional<byte[]> connect(String certificate, byte[] body) {
    CommandReport report = CommandReportReader.read(body);
    identities.require(identities.certificate(request(certificate, body)), report.channel());
    return stores.commandQueue().exchange(new CommandReportEntry(report, body), clock.instant());
  }

  /** What the commands slice does with the outcomes. */
  void deliverOutcomes() {
    stores.commandQueue().expire(clock.instant(), 10_000);
    List<OutboxItem> items;
    do {
      items =
          stores
              .outbox()
              .lease(
                  Set.of(OutboxTopic.COMMAND_ENDED), 1000, clock.instant(), Duration.ofMinutes(1));
      items.forEach(this::tell);
      stores.outbox().done(items.stream().map(OutboxItem::id).toList());
    } while (!items.isEmpty());
  }

  private void tell(OutboxItem item) {
    CommandUuid uuid = new CommandUuid(item.commandUuid().orElseThrow());
    CommandRecord record = stores.commandHistory().find(uuid, item.channel()).orElseThrow();
    CommandOutcome outcome =
        new CommandOutcome(record, stores.commandHistory().result(uuid, item.channel()));
    listeners.stream()
        .filter(listener -> listener.owner().equals(record.owner()))
        .forEach(listener -> listener.ended(outcome));
  }

  Host host(ChannelId device) {
    return stores
        .hosts()
        .find(stores.enrollments().find(device).orElseThrow().host())
        .orElseThrow();
  }

  long activities(String type) {
    return stores.activities().newest(io.pomona.api.PageRequest.first(10_000)).stream()
        .filter(activity -> activity.type().equals(type))
        .count();
  }
}
