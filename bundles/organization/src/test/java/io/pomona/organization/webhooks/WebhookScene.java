package io.pomona.organization.webhooks;

import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.Webhook;
import io.pomona.organization.outbound.CallRule;
import io.pomona.organization.outbound.CallTarget;
import io.pomona.organization.outbound.Network;
import io.pomona.organization.outbound.OutboundPost;
import io.pomona.organization.outbound.TrustedRoots;
import io.pomona.organization.webhooks.ConfiguredCalls.Calls;
import io.pomona.organization.webhooks.Webhooks.Made;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Webhooks over stores in memory, and a clock that stands. */
final class WebhookScene {
  static final String SECRET = "a secret of 24 characters";

  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final ConfiguredCalls calls = new ConfiguredCalls(allowing("127.0.0.0/8"));
  final Webhooks webhooks = webhooks(FakeAccess.allowingAll());
  final Courier courier =
      new Courier(stores.deliveries(), calls, new FakeSecretVault(), clock, new Pause(() -> 0.5));

  Webhooks webhooks(FakeAccess access) {
    return new Webhooks(
        stores.webhooks(), stores.deliveries(), access, calls, new FakeSecretVault(), clock);
  }

  /** Names lead to a public address, but for one that leads home. */
  static Calls allowing(String... networks) {
    return allowing(Duration.ofSeconds(5), networks);
  }

  static Calls allowing(Duration longestCall, String... networks) {
    CallTarget targets =
        new CallTarget(
            new CallRule(Network.list(networks), "allowed.networks"),
            host ->
                new InetAddress[] {
                  InetAddress.getByName(
                      host.equals("rebound.example.com")
                          ? "10.0.0.1"
                          : host.endsWith("example.com") ? "1.1.1.1" : host)
                });
    return new Calls(
        targets,
        new OutboundPost(targets, TrustedRoots.sockets(Optional.empty(), "trust.pem"), longestCall),
        Duration.ofDays(3),
        Duration.ofDays(14));
  }

  static WebhookWish wish(String url, String... topics) {
    return new WebhookWish(
        Optional.of("Chat"),
        Optional.of(url),
        Optional.of(Set.of(topics)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(SECRET));
  }

  Webhook add(String url, String... topics) {
    Made made = webhooks.create(Fixtures.ADMIN, Optional.empty(), wish(url, topics));
    return made.webhook();
  }

  void connect(String commandUuid) {
    stores
        .deviceEvents()
        .tell(
            new DeviceEvent(
                DeviceTopic.CONNECT,
                ChannelId.device(Fixtures.udid(1)),
                Optional.of("Acknowledged"),
                Optional.of(commandUuid),
                Optional.empty(),
                clock.instant()));
  }

  /** One round of the routes. */
  int deliver() {
    return deliver(courier);
  }

  static int deliver(Courier courier) {
    List<Turn> turns = courier.turns();
    turns.forEach(courier::deliver);
    return turns.size();
  }

  Courier courier(DeliveryStore deliveries, Calls calling) {
    return new Courier(
        deliveries,
        new ConfiguredCalls(calling),
        new FakeSecretVault(),
        clock,
        new Pause(() -> 0.5));
  }

  Webhook now(Webhook webhook) {
    return stores.webhooks().find(webhook.id()).orElseThrow();
  }
}
