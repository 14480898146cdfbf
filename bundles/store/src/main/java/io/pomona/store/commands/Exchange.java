package io.pomona.store.commands;

import java.util.List;

/**
 * Brings reports into the database and picks what to hand out, all in one committed transaction.
 */
interface Exchange extends AutoCloseable {
  /**
   * @param tickets at most one for each channel
   */
  void apply(List<Ticket> tickets);

  /** How many batches may be under way at once. */
  int lanes();

  @Override
  default void close() {}
}
