package io.pomona.store.enrollment;

import io.pomona.api.MdmException;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When channels were last heard of: gathered in memory and written together. */
public final class Seen implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Seen.class);
  private static final long SECONDS = 5;

  private final Transactions transactions;
  private final Map<String, Long> gathered = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Seen::thread);

  public Seen(Transactions transactions) {
    this.transactions = transactions;
    timer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "pomona-store-seen");
    thread.setDaemon(true);
    return thread;
  }

  /** A user of a Mac was heard of, and so was the Mac. */
  public void note(ChannelId channel, Instant now) {
    long at = Micros.of(now);
    gathered.merge(channel.value(), at, Math::max);
    if (channel.isUser()) {
      gathered.merge(channel.device(), at, Math::max);
    }
  }

  /** What is not written yet. */
  public Optional<Instant> latest(String channel) {
    return Optional.ofNullable(gathered.get(channel)).map(Micros::instant);
  }

  public void forget() {
    gathered.clear();
  }

  private void write() {
    Map<String, Long> rows = new TreeMap<>(gathered);
    if (rows.isEmpty()) {
      return;
    }
    try {
      transactions.sql(sql -> write(sql, rows));
      rows.forEach(gathered::remove);
    } catch (MdmException e) {
      LOG.warn(
          "Not written when {} channels were last heard of; tried again later", rows.size(), e);
    }
  }

  /** Sorted, so that two nodes cannot lock each other. */
  private static int write(Sql sql, Map<String, Long> rows) {
    return sql.update(
        sql.dialect()
            .upsert(
                "enrollment_seen",
                "channel",
                "channel, seen_at",
                "SELECT e.channel, n.seen_at"
                    + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
                    + " AS n(channel, seen_at)"
                    + " JOIN enrollment_channel e ON e.channel = n.channel ORDER BY 1",
                "seen_at = GREATEST(t.seen_at, s.seen_at)"),
        rows.keySet().toArray(String[]::new),
        rows.values().toArray(Long[]::new));
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
