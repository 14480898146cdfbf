package io.pomona.store;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A driver, not a test: how many polls and answers a CPU-second of JVM and database serves. Run its
 * main with {@code h2} or {@code pg}, the number of Macs, of threads and of rounds.
 */
public final class ExchangeLoad {
  private static final int BODY = 20_000;

  private final AssembledStores stores;
  private final List<ChannelId> macs;
  private final int threads;
  private final Optional<ProcessHandle> postmaster;

  private ExchangeLoad(
      AssembledStores stores, Optional<ProcessHandle> postmaster, int macs, int threads) {
    this.stores = stores;
    this.postmaster = postmaster;
    this.threads = threads;
    this.macs = IntStream.range(0, macs).mapToObj(i -> ChannelId.device(Fixtures.udid(i))).toList();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("load");
    String url =
        args[0].equals("pg")
            ? PostgresServer.newDatabase()
            : TestDatabase.h2Url(folder.resolve("db").toString());
    try (HikariDataSource pool = PostgresServer.pool(url);
        AssembledStores stores = new AssembledStores(pool, new FakeSecretVault())) {
      ExchangeLoad load =
          new ExchangeLoad(
              stores,
              args[0].equals("pg") ? postmaster(pool) : Optional.empty(),
              Integer.parseInt(args[1]),
              Integer.parseInt(args[2]));
      load.enroll(pool);
      for (int round = 0; round < Integer.parseInt(args[3]); round++) {
        load.round();
      }
    }
    System.exit(0);
  }

  private static Optional<ProcessHandle> postmaster(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT pg_backend_pid()")) {
      answer.next();
      return ProcessHandle.of(answer.getLong(1)).flatMap(ProcessHandle::parent);
    }
  }

  /** The first three thousand as Macs do it; the others, because it takes long, by the database. */
  private void enroll(HikariDataSource pool) throws Exception {
    int first = Math.min(3000, macs.size());
    for (int part = 0; part < 6; part++) {
      int begin = part * first / 6;
      measure(
          "check-in x2", first / 6, i -> Fixtures.enrolledMac(stores, begin + i, Instant.now()));
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO enrollment_channel (channel, device, is_user, host_id, topic,"
                    + " push_token, push_magic, token_at, token_usable, begun, tokened, enabled)"
                    + " VALUES (?, ?, FALSE, 1, 'topic', ?, 'magic', 1, TRUE, TRUE, TRUE, TRUE)")) {
      for (ChannelId mac : macs.subList(first, macs.size())) {
        statement.setString(1, mac.value());
        statement.setString(2, mac.value());
        statement.setBytes(3, new byte[32]);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void round() throws Exception {
    CommandQueueStore queue = stores.commandQueue();
    NewCommand command = command();
    long before = System.nanoTime();
    queue.enqueue(List.of(new CommandOrder(command, macs)), List.of(), Instant.now());
    System.out.printf(
        Locale.ROOT, "fan-out      %6d ms%n", (System.nanoTime() - before) / 1_000_000);
    byte[] raw = new byte[400];
    measure(
        "hand-out",
        macs.size(),
        i -> check(queue.exchange(Reports.idle(macs.get(i)), Instant.now()), true));
    measure(
        "acknowledge",
        macs.size(),
        i ->
            check(
                queue.exchange(Reports.acknowledged(macs.get(i), command.uuid()), Instant.now()),
                false));
    measure(
        "idle",
        macs.size() * 20,
        i -> check(queue.exchange(Reports.idle(macs.get(i % macs.size())), Instant.now()), false));
  }

  private static NewCommand command() {
    return new NewCommand(
        CommandUuid.random(),
        "InstallProfile",
        new byte[BODY],
        NewCommand.ROUTINE,
        "profiles",
        "load",
        Instant.now(),
        Optional.empty());
  }

  private static void check(Optional<byte[]> given, boolean expected) {
    if (given.isPresent() != expected) {
      throw new IllegalStateException("expected " + expected);
    }
  }

  private void measure(String what, int operations, IntConsumer operation) throws Exception {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(threads);
    List<Throwable> failures = new ArrayList<>();
    double jvm = jvmSeconds();
    double database = databaseSeconds();
    long begin = System.nanoTime();
    for (int t = 0; t < threads; t++) {
      new Thread(
              () -> {
                try {
                  for (int i = next.getAndIncrement(); i < operations; i = next.getAndIncrement()) {
                    operation.accept(i);
                  }
                } catch (Throwable e) {
                  failures.add(e);
                } finally {
                  done.countDown();
                }
              })
          .start();
    }
    done.await();
    double wall = (System.nanoTime() - begin) / 1e9;
    jvm = jvmSeconds() - jvm;
    database = databaseSeconds() - database;
    System.out.printf(
        Locale.ROOT,
        "%-12s %8.0f /s  %8.0f /CPU-s  (each %.0f us in the JVM, %.0f us in the database)%n",
        what,
        operations / wall,
        operations / (jvm + database),
        jvm / operations * 1e6,
        database / operations * 1e6);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.get(0));
    }
  }

  private static double jvmSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Of all processes of the PostgreSQL that this JVM has started; none with H2. */
  private double databaseSeconds() {
    return postmaster
            .map(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
            .orElseGet(Stream::empty)
            .mapToDouble(process -> ticks(process.pid()))
            .sum()
        / 100;
  }

  private static double ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }
}
