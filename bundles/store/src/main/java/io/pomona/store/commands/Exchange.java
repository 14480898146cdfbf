package io.pomona.store.commands;

import java.util.List;

/**
 * Brings reports into the database and picks what to hand out, all in one committed transaction.
 */
interface Exchange extends AutoCloseable {
  /**
   * Called by one thread at a time.
   *
   * @param tickets at most one for each channel
   */
  void apply(List<Ticket> tickets);

  @Override
  default void close() {}
}
