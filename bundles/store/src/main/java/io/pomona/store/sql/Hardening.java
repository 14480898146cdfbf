package io.pomona.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Makes a commit survive a loss of power on H2, whose commits reach the operating system only; for
 * what cannot be had again, such as keys. One checkpoint serves all that wait for one. PostgreSQL
 * does this by itself.
 */
public final class Hardening {
  private final DataSource dataSource;
  private final Dialect dialect;
  private final AtomicLong asked = new AtomicLong();
  private long done;

  public Hardening(DataSource dataSource, Dialect dialect) {
    this.dataSource = dataSource;
    this.dialect = dialect;
  }

  /** The result of a transaction, once it is safe. */
  public <T> T of(Supplier<T> transaction) {
    T result = transaction.get();
    if (dialect == Dialect.H2) {
      checkpoint(asked.incrementAndGet());
    }
    return result;
  }

  private synchronized void checkpoint(long mine) {
    if (done >= mine) {
      return;
    }
    long upTo = asked.get();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
    done = upTo;
  }
}
