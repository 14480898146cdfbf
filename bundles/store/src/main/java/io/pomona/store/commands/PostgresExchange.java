package io.pomona.store.commands;

import io.pomona.store.sql.SqlFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The exchange on PostgreSQL: set-based statements serve a whole batch, over a connection that is
 * kept with its prepared statements until something goes wrong with it.
 */
final class PostgresExchange implements Exchange {
  private final DataSource dataSource;
  private final BodyCache bodies;
  private Optional<PostgresLane> lane = Optional.empty();

  PostgresExchange(DataSource dataSource, BodyCache bodies) {
    this.dataSource = dataSource;
    this.bodies = bodies;
  }

  @Override
  public synchronized void apply(List<Ticket> tickets) {
    boolean good = false;
    try {
      if (lane.isEmpty()) {
        lane = Optional.of(new PostgresLane(dataSource.getConnection(), bodies));
      }
      lane.get().apply(tickets);
      good = true;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } finally {
      if (!good) {
        close();
      }
    }
  }

  @Override
  public synchronized void close() {
    lane.ifPresent(PostgresLane::close);
    lane = Optional.empty();
  }
}
