package io.pomona.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SQL on the connection of one transaction. Values are bound, never written into the text. Instants
 * become microseconds, an empty Optional and null become NULL.
 */
public final class Sql {
  private final Connection connection;
  private final Dialect dialect;
  private final List<Runnable> afterwards;
  private final boolean plansAreKept;

  Sql(Connection connection, Dialect dialect, List<Runnable> afterwards) {
    this(connection, dialect, afterwards, false);
  }

  private Sql(
      Connection connection, Dialect dialect, List<Runnable> afterwards, boolean plansAreKept) {
    this.connection = connection;
    this.dialect = dialect;
    this.afterwards = afterwards;
    this.plansAreKept = plansAreKept;
  }

  /**
   * The same for statements that run once for each Mac and find their rows by key: they are not
   * planned each time.
   */
  public Sql keepingPlans() {
    return new Sql(connection, dialect, afterwards, true);
  }

  public Dialect dialect() {
    return dialect;
  }

  public Connection connection() {
    return connection;
  }

  /** Runs this when the transaction has ended, whatever its outcome. */
  public void afterwards(Runnable action) {
    afterwards.add(action);
  }

  public int update(String text, Object... values) {
    try (PreparedStatement statement = prepare(text)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The same statement for many rows of values in few round trips. */
  public void batch(String text, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public <T> List<T> query(String text, Row.Reader<T> reader, Object... values) {
    try (PreparedStatement statement = prepare(text)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery()) {
        Row row = new Row(answer);
        while (answer.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public <T> Optional<T> first(String text, Row.Reader<T> reader, Object... values) {
    return query(text, reader, values).stream().findFirst();
  }

  /** The number in the column {@code n} of the only row. */
  public long number(String text, Object... values) {
    return first(text, row -> row.number("n"), values).orElse(0L);
  }

  private PreparedStatement prepare(String text) throws SQLException {
    return plansAreKept ? connection.prepareStatement(text) : dialect.prepareAnew(connection, text);
  }

  private void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Bind.value(connection, statement, i + 1, values[i]);
    }
  }
}
