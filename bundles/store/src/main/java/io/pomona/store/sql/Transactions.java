package io.pomona.store.sql;

import io.pomona.api.MdmException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs transactions. What the databases call a conflict is tried again at once, so a body may run
 * more than once and must not touch anything but the database.
 */
public final class Transactions {
  private static final int TRIES = 6;

  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final Dialect dialect;

  /** What this thread does together: whatever it asks for meanwhile is a part of that. */
  private final ThreadLocal<Work> together = new ThreadLocal<>();

  public Transactions(DataSource dataSource, EntityManagerFactory factory, Dialect dialect) {
    this.dataSource = dataSource;
    this.factory = factory;
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * All transactions that the steps ask for in this thread, as one.
   *
   * @param keep whether to commit what they did; else it is taken back
   */
  public <T> T together(Supplier<T> steps, boolean keep) {
    return together.get() != null
        ? steps.get()
        : repeating(() -> transaction(work -> joined(work, steps), keep), Optional.empty());
  }

  private <T> T joined(Work work, Supplier<T> steps) {
    together.set(work);
    try {
      return steps.get();
    } finally {
      together.remove();
    }
  }

  /** A transaction with entities. */
  public <T> T in(Function<Work, T> body) {
    return repeating(() -> once(body), Optional.empty());
  }

  /** The same, telling a broken unique constraint, by its text, in the words of the caller. */
  public <T> T in(Function<Work, T> body, Function<String, MdmException> duplicate) {
    return repeating(() -> once(body), Optional.of(duplicate));
  }

  /** A transaction of SQL only. */
  public <T> T sql(Function<Sql, T> body) {
    return repeating(() -> onceSql(body), Optional.empty());
  }

  /** The same, telling a broken unique constraint, by its text, in the words of the caller. */
  public <T> T sql(Function<Sql, T> body, Function<String, MdmException> duplicate) {
    return repeating(() -> onceSql(body), Optional.of(duplicate));
  }

  /** One statement that reads; costs no commit. */
  public <T> T read(Function<Sql, T> body) {
    return repeating(() -> onceRead(body), Optional.empty());
  }

  private <T> T onceRead(Function<Sql, T> body) {
    if (together.get() != null) {
      return body.apply(together.get().sql());
    }
    try (Connection connection = dataSource.getConnection()) {
      return body.apply(new Sql(connection, dialect, new ArrayList<>()));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> T once(Function<Work, T> body) {
    return together.get() == null ? transaction(body, true) : part(together.get(), body);
  }

  // Written at once, so that it fails here if at all; and the next part reads what is there then.
  private static <T> T part(Work work, Function<Work, T> body) {
    T result = body.apply(work);
    work.entities().flush();
    work.entities().clear();
    return result;
  }

  private <T> T transaction(Function<Work, T> body, boolean keep) {
    EntityManager entities = factory.createEntityManager();
    Work work = new Work(entities, dialect);
    try {
      entities.getTransaction().begin();
      T result = body.apply(work);
      if (keep) {
        entities.getTransaction().commit();
      }
      return result;
    } finally {
      close(entities);
      work.afterwards.forEach(Runnable::run);
    }
  }

  private static void close(EntityManager entities) {
    try {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
    } finally {
      entities.close();
    }
  }

  private <T> T onceSql(Function<Sql, T> body) {
    if (together.get() != null) {
      return body.apply(together.get().sql());
    }
    List<Runnable> afterwards = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      boolean committed = false;
      try {
        T result = body.apply(new Sql(connection, dialect, afterwards));
        connection.commit();
        committed = true;
        return result;
      } finally {
        if (!committed) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } finally {
      afterwards.forEach(Runnable::run);
    }
  }

  /** Without words for a broken unique constraint another transaction was quicker: look again. */
  private <T> T repeating(
      Supplier<T> transaction, Optional<Function<String, MdmException>> duplicate) {
    boolean part = together.get() != null;
    for (int tried = 1; ; tried++) {
      try {
        return transaction.get();
      } catch (SqlFailure | PersistenceException e) {
        Optional<String> taken = Failures.duplicate(e);
        if (taken.isPresent() && duplicate.isPresent()) {
          throw duplicate.get().apply(taken.get()).causedBy(e);
        }
        if (part) {
          throw e; // What has failed is over; the whole may be tried again.
        }
        if (tried == TRIES || taken.isEmpty() && !Failures.isTransient(e)) {
          throw unavailable(e);
        }
      }
    }
  }

  private static MdmException unavailable(RuntimeException failure) {
    return MdmException.unavailable(
            "store.unavailable",
            "The database did not do what was asked; try again, and see the log.")
        .causedBy(failure);
  }
}
