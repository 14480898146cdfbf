package io.pomona.itests.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The embedded database as the distribution configures it: every commit is written at once. */
record H2(Path serverData) implements Database {
  @Override
  public String name() {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      return "H2 " + version + ", file, WRITE_DELAY=0";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, Map<String, String>> settings() {
    return Map.of();
  }

  @Override
  public double cpuSeconds() {
    return 0;
  }

  @Override
  public Connection open() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + serverData.resolve("pomona/db") + ";IFEXISTS=TRUE", "pomona", "");
  }

  @Override
  public void close() {}
}
