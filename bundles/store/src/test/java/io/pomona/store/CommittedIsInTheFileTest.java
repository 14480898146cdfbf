package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The file as it is after a commit, which is what a killed process leaves, holds that commit: also
 * once H2 writes into space that became free. H2 2.5.252 fails here.
 */
public class CommittedIsInTheFileTest {
  private static final int COMMITS = 60;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void afterEachCommit() throws Exception {
    Path file = folder.getRoot().toPath().resolve("db");
    String reusedAtOnce = TestDatabase.h2Url(file.toString()) + ";RETENTION_TIME=0";
    try (Connection connection = DriverManager.getConnection(reusedAtOnce);
        PreparedStatement insert = insertInto(connection)) {
      for (int i = 1; i <= COMMITS; i++) {
        insert.setInt(1, i);
        insert.setString(2, "x".repeat(i * 977 % 8000));
        insert.executeUpdate();
        assertEquals(i, lastOf(leftBehind(file)));
      }
    }
  }

  private static PreparedStatement insertInto(Connection connection) throws SQLException {
    connection
        .createStatement()
        .execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text VARCHAR(9000))");
    return connection.prepareStatement("INSERT INTO t VALUES (?, ?)");
  }

  private static Path leftBehind(Path file) throws IOException {
    Path copy = file.resolveSibling("copy");
    Files.copy(
        Path.of(file + ".mv.db"), Path.of(copy + ".mv.db"), StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  private static int lastOf(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file);
        ResultSet last = connection.createStatement().executeQuery("SELECT MAX(id) FROM t")) {
      assertTrue(last.next());
      return last.getInt(1);
    }
  }
}
