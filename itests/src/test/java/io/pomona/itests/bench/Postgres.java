package io.pomona.itests.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL of our own whose commits are durable. */
final class Postgres implements Database {
  private final EmbeddedPostgres server;
  private final ProcessFigures processes;
  private final String name;

  Postgres(Path data) {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "256MB")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      requireDurable(statement);
      name = "PostgreSQL " + text(statement, "SHOW server_version") + ", fsync";
      long backend = Long.parseLong(text(statement, "SELECT pg_backend_pid()"));
      processes =
          new ProcessFigures(
              ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireDurable(Statement statement) throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      if (!text(statement, "SHOW " + setting).equals("on")) {
        throw new IllegalStateException(setting + " is off: commits would not be durable.");
      }
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, Map<String, String>> settings() {
    return Map.of(
        "org.ops4j.datasource-pomona.cfg",
        Map.of(
            "osgi.jdbc.driver.class", "org.postgresql.Driver",
            "url", server.getJdbcUrl("postgres", "postgres"),
            "user", "postgres"));
  }

  @Override
  public double cpuSeconds() {
    return processes.cpuSeconds();
  }

  @Override
  public Connection open() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
