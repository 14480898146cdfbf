package io.pomona.store.commands;

import io.pomona.store.sql.SqlFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/**
 * The exchange on PostgreSQL: set-based statements serve a whole batch. Each batch has a lane, a
 * connection that is kept with its prepared statements.
 */
final class PostgresExchange implements Exchange {
  private final DataSource dataSource;
  private final BodyCache bodies;
  private final ConcurrentLinkedDeque<PostgresLane> lanes = new ConcurrentLinkedDeque<>();

  PostgresExchange(DataSource dataSource, BodyCache bodies) {
    this.dataSource = dataSource;
    this.bodies = bodies;
  }

  @Override
  public int lanes() {
    return 2;
  }

  @Override
  public void apply(List<Ticket> tickets) {
    PostgresLane lane = null;
    boolean good = false;
    try {
      lane = lanes.poll();
      if (lane == null) {
        lane = new PostgresLane(dataSource.getConnection(), bodies);
      }
      lane.apply(tickets);
      good = true;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } finally {
      if (good) {
        lanes.push(lane);
      } else if (lane != null) {
        lane.close();
      }
    }
  }

  @Override
  public void close() {
    for (PostgresLane lane = lanes.poll(); lane != null; lane = lanes.poll()) {
      lane.close();
    }
  }
}
