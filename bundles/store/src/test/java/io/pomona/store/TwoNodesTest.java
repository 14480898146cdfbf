package io.pomona.store;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.DeviceEvents.Interest;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.Webhook;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Two servers over one PostgreSQL. */
public class TwoNodesTest {
  private static final Instant NOW = SettableClock.START;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final List<HikariDataSource> pools = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private AssembledStores one;
  private AssembledStores two;

  @Before
  public void startBoth() throws Exception {
    String url = PostgresServer.newDatabase();
    Future<AssembledStores> first = threads.submit(() -> node(url));
    Future<AssembledStores> second = threads.submit(() -> node(url));
    one = first.get();
    two = second.get();
  }

  private AssembledStores node(String url) {
    HikariDataSource pool = PostgresServer.pool(url);
    synchronized (pools) {
      pools.add(pool);
    }
    return new AssembledStores(pool, new FakeSecretVault());
  }

  @After
  public void stopBoth() {
    threads.shutdownNow();
    one.close();
    two.close();
    pools.forEach(HikariDataSource::close);
  }

  private EnrolledMac mac(int number) {
    return Fixtures.enrolledMac(one, number, NOW);
  }

  private static CommandUuid queue(AssembledStores node, ChannelId mac) {
    CommandOrder order = Fixtures.order("SecurityInfo", "profiles", NOW, mac);
    node.commandQueue().enqueue(List.of(order), List.of(), NOW);
    return order.command().uuid();
  }

  private static Optional<CommandUuid> exchange(AssembledStores node, CommandReportEntry entry) {
    return node.commandQueue()
        .exchange(entry, NOW)
        .map(body -> new CommandUuid(RawCommand.parse(body).uuid().orElseThrow()));
  }

  private <T> List<T> onBoth(Callable<T> first, Callable<T> second) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(first);
      calls.add(second);
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(calls)) {
      results.add(future.get());
    }
    return results;
  }

  @Test
  public void migrationsRunOnceWhenBothStartAtOnce() throws SQLException {
    try (Connection connection = pools.get(0).getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT version) FROM store_migration"
                    + " WHERE version IS NOT NULL")) {
      answer.next();
      assertTrue(answer.getInt(1) > 0);
      assertEquals(answer.getInt(1), answer.getInt(2));
    }
  }

  @Test
  public void neverTwoCommandsAreUnderWayForOneMac() throws Exception {
    ChannelId mac = mac(1).channel();
    for (int i = 0; i < 20; i++) {
      queue(i % 2 == 0 ? one : two, mac);
    }
    Optional<CommandUuid> underWay = Optional.empty();
    for (int i = 0; i <= 20; i++) {
      CommandReportEntry report =
          underWay.map(uuid -> Reports.acknowledged(mac, uuid)).orElseGet(() -> Reports.idle(mac));
      Set<Optional<CommandUuid>> given =
          new HashSet<>(onBoth(() -> exchange(one, report), () -> exchange(two, report)));
      assertEquals(1, given.size());
      underWay = given.iterator().next();
      assertEquals(i < 20, underWay.isPresent());
    }
    Set<OutboxTopic> ended = EnumSet.of(OutboxTopic.COMMAND_ENDED);
    assertEquals(20, one.outbox().lease(ended, 100, NOW, MINUTE).size());
  }

  @Test
  public void anAnswerIsStoredByANodeThatHasNotHeardOfItsCommand() throws SQLException {
    ChannelId mac = mac(1).channel();
    await().until(() -> two.persistence().peers().isInTouch());
    assertEquals(Optional.empty(), exchange(two, Reports.idle(mac)));
    try (AssembledStores mute = new AssembledStores(mutePool(), new FakeSecretVault())) {
      CommandUuid uuid = queue(mute, mac);
      assertEquals(Optional.of(uuid), exchange(mute, Reports.idle(mac)));
      exchange(two, Reports.acknowledged(mac, uuid));
      assertEquals(
          CommandState.ACKNOWLEDGED, one.commandHistory().find(uuid, mac).orElseThrow().state());
    }
  }

  /** Whoever uses it tells the others nothing, as if its news were late. */
  private HikariDataSource mutePool() throws SQLException {
    try (Connection connection = pools.get(0).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION public.pg_notify(text, text) RETURNS void LANGUAGE sql AS 'SELECT'");
    }
    HikariDataSource pool = PostgresServer.pool(pools.get(0).getJdbcUrl());
    pool.setConnectionInitSql("SET search_path = public, pg_catalog");
    pools.add(pool);
    return pool;
  }

  @Test
  public void whatOneQueuesTheOtherHandsOutAtOnce() {
    ChannelId mac = mac(1).channel();
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), exchange(two, Reports.idle(mac)));
      CommandUuid uuid = queue(one, mac);
      await().atMost(AT_ONCE).until(() -> exchange(two, Reports.idle(mac)).isPresent());
      assertEquals(Optional.empty(), exchange(two, Reports.acknowledged(mac, uuid)));
    }
  }

  @Test
  public void aNodeThatHearsNothingAsksTheDatabase() throws SQLException {
    ChannelId mac = mac(1).channel();
    assertEquals(Optional.empty(), exchange(two, Reports.idle(mac)));
    try (Connection connection = pools.get(0).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE query LIKE '%pg_notify(''pomona''%' AND pid <> pg_backend_pid()");
    }
    CommandUuid uuid = queue(one, mac);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> exchange(two, Reports.idle(mac)).equals(Optional.of(uuid)));
  }

  @Test
  public void aChangedIdentityIsKnownOnBoth() {
    EnrolledMac mac = mac(1);
    String renewed = Fixtures.hash("renewed");
    assertEquals(
        Optional.of(true),
        two.enrollments().binding(mac.certificateSha256()).map(IdentityBinding::current));
    one.enrollments().start(Fixtures.renewal(mac.channel(), renewed, 1, NOW));
    await()
        .atMost(AT_ONCE)
        .until(
            () ->
                two.enrollments()
                    .binding(mac.certificateSha256())
                    .map(IdentityBinding::current)
                    .equals(Optional.of(false)));
    one.enrollments().settleIdentity(mac.channel(), renewed);
    await()
        .atMost(AT_ONCE)
        .until(() -> two.enrollments().binding(mac.certificateSha256()).isEmpty());
  }

  @Test
  public void noItemIsLeasedByBoth() throws Exception {
    for (int i = 1; i <= 20; i++) {
      mac(i);
    }
    Set<OutboxTopic> all = EnumSet.allOf(OutboxTopic.class);
    List<List<OutboxItem>> leased =
        onBoth(
            () -> one.outbox().lease(all, 2, NOW, MINUTE),
            () -> two.outbox().lease(all, 2, NOW, MINUTE));
    List<Long> ids = leased.stream().flatMap(List::stream).map(OutboxItem::id).toList();
    assertEquals(new HashSet<>(ids).size(), ids.size());
  }

  @Test
  public void cancellingWhileMacsPollLosesNothing() throws Exception {
    List<ChannelId> macs = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      macs.add(mac(i).channel());
    }
    CommandOrder order = new CommandOrder(Fixtures.command("SecurityInfo", "profiles", NOW), macs);
    CommandUuid uuid = order.command().uuid();
    one.commandQueue().enqueue(List.of(order), List.of(), NOW);
    Map<ChannelId, ActivityDraft> all = new HashMap<>();
    macs.forEach(mac -> all.put(mac, Fixtures.activity("canceled_mdm_command")));
    Future<Cancelled> cancelled = threads.submit(() -> one.commandQueue().cancel(uuid, all, NOW));
    List<Future<?>> polls = new ArrayList<>();
    for (ChannelId mac : macs) {
      polls.add(
          threads.submit(
              () -> {
                if (exchange(two, Reports.idle(mac)).isPresent()) {
                  exchange(two, Reports.acknowledged(mac, uuid));
                }
              }));
    }
    for (Future<?> poll : polls) {
      poll.get();
    }
    cancelled.get();
    assertTrue(
        one.commandHistory().find(uuid).stream().allMatch(record -> record.state().isEnded()));
    assertEquals(30, one.commandHistory().find(uuid).size());
    for (ChannelId mac : macs) {
      assertEquals(Optional.empty(), exchange(two, Reports.idle(mac)));
    }
  }

  @Test
  public void whatAWebhookWantsIsKnownToBothAtOnce() {
    DeviceTopic topic = DeviceTopic.CONNECT;
    assertEquals(Interest.NOTHING, two.deviceEvents().interest(topic));
    NewWebhook said =
        new NewWebhook(
            "W", "https://w.example.com/", Optional.empty(), Set.of(), false, false, new byte[1]);
    Webhook made =
        one.webhooks().create(said, NOW, webhook -> Fixtures.activity("created_webhook"));
    await().atMost(AT_ONCE).until(() -> two.deviceEvents().interest(topic) == Interest.EVENT);
    one.webhooks().delete(made.id(), NOW, webhook -> Fixtures.activity("deleted_webhook"));
    await().atMost(AT_ONCE).until(() -> two.deviceEvents().interest(topic) == Interest.NOTHING);
  }
}
