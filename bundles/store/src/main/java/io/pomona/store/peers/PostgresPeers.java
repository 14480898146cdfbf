package io.pomona.store.peers;

import io.pomona.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News by NOTIFY. PostgreSQL delivers in the order of commits, so when a node hears its own beat it
 * has heard all that was committed before the beat: it is in touch up to then.
 */
public final class PostgresPeers implements Peers {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresPeers.class);
  private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long TRUST = TimeUnit.SECONDS.toNanos(2);
  private static final int MANY = 64;
  private static final String ALL = "*";

  private final DataSource dataSource;
  private final Memory memory;
  private final String node = UUID.randomUUID().toString().substring(0, 8);
  private final Thread listener;
  private volatile boolean open = true;
  private volatile boolean heard;
  private volatile long heardUpTo;
  private long beatAt;

  public PostgresPeers(DataSource dataSource, Memory memory) {
    this.dataSource = dataSource;
    this.memory = memory;
    this.listener = new Thread(this::listen, "pomona-store-peers");
    listener.setDaemon(true);
    listener.start();
  }

  @Override
  public void tellQueued(Sql sql, Collection<String> channels) {
    sql.afterwards(() -> memory.queued(channels));
    if (channels.size() > MANY) {
      tell(sql, List.of("q:" + ALL));
    } else if (!channels.isEmpty()) {
      tell(sql, channels.stream().map(channel -> "q:" + channel).toList());
    }
  }

  @Override
  public void tellRebound(Sql sql, String device) {
    sql.afterwards(() -> memory.rebound(device));
    tell(sql, List.of("b:" + device));
  }

  @Override
  public void tellWebhooks(Sql sql) {
    sql.afterwards(memory.webhooks()::changedAll);
    tell(sql, List.of("w:" + ALL));
  }

  private void tell(Sql sql, List<String> news) {
    String[] payloads = news.stream().map(text -> node + ":" + text).toArray(String[]::new);
    sql.query(
        "SELECT pg_notify('pomona', p) FROM unnest(?) AS n(p)", row -> null, (Object) payloads);
  }

  @Override
  public boolean isInTouch() {
    return heard && System.nanoTime() - heardUpTo < TRUST;
  }

  private void listen() {
    boolean warned = false;
    while (open) {
      try (Connection connection = dataSource.getConnection()) {
        listenOn(connection);
      } catch (SQLException | RuntimeException e) {
        heard = false;
        if (open && !warned) {
          LOG.warn(
              "Not in touch with the other nodes; every poll asks the database: {}", e.toString());
          warned = true;
        }
        LockSupport.parkNanos(BEAT);
      }
    }
  }

  private void listenOn(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement();
        PreparedStatement beat = connection.prepareStatement("SELECT pg_notify('pomona', ?)")) {
      statement.execute("LISTEN pomona");
      memory.forgetAll();
      beat(beat);
      while (open) {
        long wait = Math.max(1, TimeUnit.NANOSECONDS.toMillis(beatAt + BEAT - System.nanoTime()));
        PGNotification[] news = postgres.getNotifications((int) wait);
        for (PGNotification one : news == null ? new PGNotification[0] : news) {
          hear(one.getParameter());
        }
        if (System.nanoTime() - beatAt >= BEAT) {
          beat(beat);
        }
      }
      statement.execute("UNLISTEN pomona");
    }
  }

  private void beat(PreparedStatement beat) throws SQLException {
    beatAt = System.nanoTime();
    beat.setString(1, node + ":t:" + beatAt);
    beat.execute();
  }

  private void hear(String news) {
    String[] parts = news.split(":", 3);
    boolean own = parts[0].equals(node);
    switch (parts[1]) {
      case "t" -> {
        if (own) {
          heardUpTo = Long.parseLong(parts[2]);
          heard = true;
        }
      }
      case "q" -> {
        if (!own && parts[2].equals(ALL)) {
          memory.queues().changedAll();
        } else if (!own) {
          memory.queues().changed(parts[2]);
        }
      }
      case "w" -> {
        if (!own) {
          memory.webhooks().changedAll();
        }
      }
      default -> {
        if (!own) {
          memory.rebound(parts[2]);
        }
      }
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      listener.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
