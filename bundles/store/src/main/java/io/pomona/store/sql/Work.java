package io.pomona.store.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction with entities; SQL goes over the same connection. */
public final class Work {
  private final EntityManager entities;
  private final Dialect dialect;
  final List<Runnable> afterwards = new ArrayList<>();

  Work(EntityManager entities, Dialect dialect) {
    this.entities = entities;
    this.dialect = dialect;
  }

  public EntityManager entities() {
    return entities;
  }

  public <T> Optional<T> find(Class<T> type, Object id) {
    return Optional.ofNullable(entities.find(type, id));
  }

  /**
   * The next number of a sequence of ours, on the connection of this transaction: OpenJPA would
   * take a second one for it, and with a full pool all would wait for each other.
   */
  public long nextId(String sequence) {
    return unflushed().number(dialect.nextValue(sequence));
  }

  /** What was done to entities so far is written first, so that the SQL sees it. */
  public Sql sql() {
    entities.flush();
    return unflushed();
  }

  /**
   * For SQL that has nothing to do with the entities at hand; flushing costs even if it is idle.
   */
  public Sql unflushed() {
    return new Sql(entities.unwrap(Connection.class), dialect, afterwards);
  }
}
