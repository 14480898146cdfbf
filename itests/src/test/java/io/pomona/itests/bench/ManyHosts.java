package io.pomona.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Rows of a registry as a large organization has it, written while no server runs. */
final class ManyHosts {
  private static final int BATCH = 1000;
  private static final String HOST =
      "INSERT INTO enrollment_host (id, udid, serial_number, name, model, model_name, os_version,"
          + " os_order, build_version, search_text, team_id, mdm, created_at, enrolled_at,"
          + " details_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '24A335', ?, ?, ?, ?, ?, ?)";
  private static final String SEEN = "INSERT INTO enrollment_seen (channel, seen_at) VALUES (?, ?)";
  private static final List<String> NAMES =
      List.of("Ada", "Ben", "Chiara", "Dušan", "Élodie", "Farid", "Grace", "Hiro", "Ines", "Jun");
  private static final List<String> MODELS =
      List.of("MacBook Air", "MacBook Pro", "iMac", "Mac mini", "Mac Studio");
  private static final List<String> STATUSES =
      List.of(
          "ON_AUTOMATIC",
          "ON_AUTOMATIC",
          "ON_AUTOMATIC",
          "ON_AUTOMATIC",
          "ON_AUTOMATIC",
          "ON_MANUAL",
          "ON_MANUAL",
          "ON_MANUAL",
          "PENDING",
          "OFF");

  private final Database database;
  private final Random random = new Random(28);

  ManyHosts(Database database) {
    this.database = database;
  }

  void write(int count, List<Long> teams) {
    try (Connection connection = database.open();
        PreparedStatement hosts = connection.prepareStatement(HOST);
        PreparedStatement seen = connection.prepareStatement(SEEN)) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= count; i++) {
        add(i, teams, hosts, seen);
        if (i % BATCH == 0 || i == count) {
          hosts.executeBatch();
          seen.executeBatch();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      settle(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(int number, List<Long> teams, PreparedStatement hosts, PreparedStatement seen)
      throws SQLException {
    String udid =
        new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
    String serial = "C02%08d".formatted(number * 7919L % 100_000_000);
    String name = one(NAMES) + "'s " + one(MODELS) + " " + random.nextInt(100_000);
    String status = one(STATUSES);
    long now = System.currentTimeMillis() * 1000;
    int minor = random.nextInt(12);
    int major = 12 + random.nextInt(4);
    Object[] values = {
      (long) number,
      udid,
      serial,
      name,
      "Mac14," + random.nextInt(16),
      one(MODELS),
      major + "." + minor,
      "%05d.%05d".formatted(major, minor),
      String.join("\n", name, serial, udid).toLowerCase(Locale.ROOT),
      one(teams),
      status,
      now - random.nextInt(Integer.MAX_VALUE) * 1000L,
      now,
      now
    };
    add(hosts, values);
    if (status.startsWith("ON")) {
      add(seen, udid, now - random.nextInt(86_400) * 1_000_000L);
    }
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static void add(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  /** What PostgreSQL does by itself some minutes later. */
  private static void settle(Connection connection) throws SQLException {
    boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    try (Statement statement = connection.createStatement()) {
      statement.execute(h2 ? "ANALYZE" : "VACUUM ANALYZE");
    }
  }
}
