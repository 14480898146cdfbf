package io.pomona.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** The two databases, and the little in which they differ. */
public enum Dialect {
  H2("BLOB", "h2(BatchLimit=1000,RangePosition=0)"),
  POSTGRESQL("BYTEA", "postgres(BatchLimit=1000)");

  private final String bytes;
  private final String dictionary;

  Dialect(String bytes, String dictionary) {
    this.bytes = bytes;
    this.dictionary = dictionary;
  }

  /** Settings that the database keeps. */
  public void settle(DataSource dataSource) {
    if (this == H2) {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        // Answers of usual length stay in their row: the store for long ones costs far more.
        statement.execute("SET MAX_LENGTH_INPLACE_LOB 32768");
      } catch (SQLException e) {
        throw new SqlFailure(e);
      }
    }
  }

  public static Dialect of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> H2;
        case "PostgreSQL" -> POSTGRESQL;
        default ->
            throw new IllegalStateException(
                "Pomona keeps its data in H2 or PostgreSQL, not in "
                    + product
                    + ": change url and driver in org.ops4j.datasource-pomona.cfg.");
      };
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The type for bytes of any length; H2's BYTEA ends at one megabyte. */
  public String bytes() {
    return bytes;
  }

  /** What a column whose values the database makes needs behind it, to be kept and indexed. */
  public String stored() {
    return this == H2 ? "" : " STORED";
  }

  /** How OpenJPA speaks to it. */
  public String dictionary() {
    return dictionary;
  }

  /**
   * PostgreSQL plans such a statement each time: a plan that it had kept from the time when a queue
   * was empty would read all of it, again and again, once ten thousand rows have come at once.
   * OpenJPA hides its statements; what runs among entities touches few rows by their keys.
   */
  PreparedStatement prepareAnew(Connection connection, String text) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    if (this == POSTGRESQL) {
      PGStatement plain = statement.unwrap(PGStatement.class);
      if (plain != null) {
        plain.setPrepareThreshold(0);
      }
    }
    return statement;
  }

  /** Holds the rows that are read as they are; H2 knows no lock that several may have. */
  public String share() {
    return this == H2 ? "FOR UPDATE" : "FOR SHARE";
  }

  /** Reads the next value of a sequence as {@code n}. */
  public String nextValue(String sequence) {
    return this == H2
        ? "SELECT NEXT VALUE FOR " + sequence + " AS n"
        : "SELECT nextval('" + sequence + "') AS n";
  }

  /**
   * An insert that overwrites, or leaves alone, the row with the same key. The parts are SQL of
   * ours, never values.
   *
   * @param source a SELECT or VALUES that gives the columns in order
   * @param assignments what to do to the row that is there, with {@code t} for it and {@code s} for
   *     the new one; empty text = nothing
   */
  public String upsert(
      String table, String key, String columns, String source, String assignments) {
    return this == H2
        ? merge(table, key, columns, source, assignments)
        : "INSERT INTO "
            + table
            + " AS t ("
            + columns
            + ") "
            + source
            + " ON CONFLICT ("
            + key
            + ") DO "
            + (assignments.isEmpty()
                ? "NOTHING"
                : "UPDATE SET " + assignments.replaceAll("\\bs\\.", "EXCLUDED."));
  }

  private static String merge(
      String table, String key, String columns, String source, String assignments) {
    StringBuilder on = new StringBuilder();
    for (String part : key.split(", ")) {
      on.append(on.isEmpty() ? "" : " AND ").append("t.").append(part).append(" = s.").append(part);
    }
    return "MERGE INTO "
        + table
        + " t USING ("
        + source
        + ") s ("
        + columns
        + ") ON ("
        + on
        + ")"
        + (assignments.isEmpty() ? "" : " WHEN MATCHED THEN UPDATE SET " + assignments)
        + " WHEN NOT MATCHED THEN INSERT ("
        + columns
        + ") VALUES (s."
        + columns.replace(", ", ", s.")
        + ")";
  }
}
