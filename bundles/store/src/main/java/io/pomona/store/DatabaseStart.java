package io.pomona.store;

import io.pomona.api.pki.SecretVault;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database and publishes {@link Persistence}, however long the database lets itself be
 * waited for: a server may well be started before the machine with its data. With another
 * DataSource all of it starts anew, and all stores with it.
 */
@Component(
    immediate = true,
    service = {})
public final class DatabaseStart {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Opening opening;
  private final Publication publication;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "store.start"));
  private Runnable end = () -> {};
  private boolean stopped;

  /** Throws what keeps the database from being opened now. */
  interface Opening {
    Persistence open();
  }

  /** Makes it known, and gives back what ends that. */
  interface Publication {
    Runnable publish(Persistence persistence);
  }

  @Activate
  public DatabaseStart(
      BundleContext bundle,
      @Reference(target = "(dataSourceName=pomona)") DataSource dataSource,
      @Reference SecretVault vault) {
    this(
        () -> new Persistence(dataSource, vault),
        persistence -> bundle.registerService(Persistence.class, persistence, null)::unregister,
        FIRST_PAUSE);
  }

  DatabaseStart(Opening opening, Publication publication, Duration pause) {
    this.opening = opening;
    this.publication = publication;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.execute(() -> start(pause));
  }

  private void start(Duration pause) {
    try {
      publish(opening.open());
    } catch (RuntimeException | LinkageError e) {
      // A class may be missing for as long as bundles are refreshed.
      LOG.debug("Opening the database", e);
      again(pause, reason(e));
    }
  }

  private synchronized void again(Duration pause, String reason) {
    if (!stopped) {
      LOG.warn("The database cannot be opened, tried again in {} s: {}", pause.toSeconds(), reason);
      Duration twice = pause.multipliedBy(2);
      Duration next = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      thread.schedule(() -> start(next), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  // Outside of the lock: all stores and slices start in here.
  private void publish(Persistence opened) {
    Runnable unpublish = published(opened);
    Runnable ending =
        () -> {
          unpublish.run();
          opened.close();
        };
    if (isEndedBy(ending)) {
      ending.run();
    }
  }

  private Runnable published(Persistence opened) {
    try {
      return publication.publish(opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Whether it was stopped before it had begun. */
  private synchronized boolean isEndedBy(Runnable ending) {
    end = ending;
    return stopped;
  }

  /** Without an interrupt: H2 would lose its file in the middle of opening it. */
  @Deactivate
  void stop() {
    Runnable ending;
    synchronized (this) {
      stopped = true;
      ending = end;
    }
    thread.shutdown();
    ending.run();
  }

  /** Whether, after {@link #stop()}, nothing of it runs any more. */
  boolean isOver(Duration atMost) {
    try {
      return thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
