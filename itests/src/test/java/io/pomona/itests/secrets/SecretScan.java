package io.pomona.itests.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says of planted secrets which can be read where; never the secret itself. */
public final class SecretScan {
  private static final Set<String> FOREIGN_SCHEMAS = Set.of("information_schema", "pg_catalog");

  private final SecretSearch search;
  private final Set<String> findings = new TreeSet<>();
  private long bytes;

  public SecretScan(PlantedSecrets secrets) {
    this.search = secrets.search();
  }

  /** All files below, but archives of code. */
  public SecretScan files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> readable =
          files.filter(Files::isRegularFile).filter(file -> !isCode(file)).toList();
      for (Path file : readable) {
        look(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".jar");
  }

  /**
   * Every column of every table, as its driver reads it: a page of a file may hold half a value.
   */
  public SecretScan database(Connection connection) throws SQLException {
    for (String table : tables(connection.getMetaData())) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
        while (rows.next()) {
          row(table, rows);
        }
      }
    }
    return this;
  }

  private static List<String> tables(DatabaseMetaData database) throws SQLException {
    List<String> tables = new ArrayList<>();
    String[] types = {"TABLE", "BASE TABLE"};
    try (ResultSet rows = database.getTables(null, null, "%", types)) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (!FOREIGN_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
          tables.add('"' + schema + "\".\"" + rows.getString("TABLE_NAME") + '"');
        }
      }
    }
    return tables;
  }

  private void row(String table, ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      byte[] value = value(rows, i, columns.getColumnType(i));
      look("table " + table + ", column " + columns.getColumnName(i), value);
    }
  }

  private static byte[] value(ResultSet rows, int column, int type) throws SQLException {
    boolean binary =
        type == Types.BLOB
            || type == Types.BINARY
            || type == Types.VARBINARY
            || type == Types.LONGVARBINARY;
    byte[] value =
        binary
            ? rows.getBytes(column)
            : String.valueOf(rows.getString(column)).getBytes(StandardCharsets.UTF_8);
    return rows.wasNull() ? new byte[0] : value;
  }

  private void look(String place, byte[] text) {
    bytes += text.length;
    search.in(text).forEach(secret -> findings.add(secret + ": " + place));
  }

  /** Each as the secret's name, how it is written, and where. */
  public Set<String> findings() {
    return findings;
  }

  /** How much was looked at. */
  public long bytes() {
    return bytes;
  }

  public void assertNothingFound() {
    if (!findings.isEmpty()) {
      throw new AssertionError("Secrets can be read:\n" + String.join("\n", findings));
    }
  }
}
