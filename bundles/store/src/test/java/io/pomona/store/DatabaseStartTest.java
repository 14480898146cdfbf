package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.pomona.testkit.FakeSecretVault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

public class DatabaseStartTest {
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final HikariDataSource pool =
      PostgresServer.pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();

  @After
  public void close() {
    pool.close();
  }

  private Persistence open() {
    return new Persistence(pool, new FakeSecretVault());
  }

  private Runnable published(Persistence persistence) {
    seen.add("published");
    return () -> seen.add("withdrawn");
  }

  @Test
  public void waitsForADatabaseThatComesLater() {
    DatabaseStart start =
        new DatabaseStart(
            () -> {
              return switch (attempts.incrementAndGet()) {
                case 1, 2 -> throw new IllegalStateException("not yet");
                case 3 -> throw new NoClassDefFoundError("in the middle of a refresh");
                default -> open();
              };
            },
            this::published,
            PAUSE);
    Awaitility.await().until(() -> seen.contains("published"));
    assertEquals(4, attempts.get());
    start.stop();
    assertEquals(List.of("published", "withdrawn"), seen);
  }

  @Test
  public void triesNoMoreOnceStopped() {
    DatabaseStart start =
        new DatabaseStart(
            () -> {
              attempts.incrementAndGet();
              throw new IllegalStateException("never");
            },
            this::published,
            PAUSE);
    Awaitility.await().until(() -> attempts.get() > 2);
    start.stop();
    assertTrue(start.isOver(Duration.ofSeconds(10)));
    assertEquals(List.of(), seen);
  }

  @Test
  public void withdrawsWhatOpensAfterItWasStopped() {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    DatabaseStart start =
        new DatabaseStart(
            () -> {
              opening.countDown();
              awaitLatch(stopped);
              return open();
            },
            this::published,
            PAUSE);
    awaitLatch(opening);
    start.stop();
    stopped.countDown();
    assertTrue(start.isOver(Duration.ofSeconds(10)));
    assertEquals(List.of("published", "withdrawn"), seen);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
