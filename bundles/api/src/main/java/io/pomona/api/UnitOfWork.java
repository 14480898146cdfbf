package io.pomona.api;

import java.util.function.Supplier;

/**
 * Several steps as one transaction: all that the stores write meanwhile in this thread is kept
 * together, or nothing of it. For what must happen in one go although several slices do it; a
 * method of a store that is called by itself is a transaction already.
 *
 * <p>Steps may run more than once, when the database asks for it, and touch nothing but the stores:
 * whatever else they did could not be taken back. An exception ends them all; a step that failed
 * must not be passed over.
 */
public interface UnitOfWork {
  /** Keeps what the steps wrote when they return, and nothing when they throw. */
  <T> T run(Supplier<T> steps);

  /** Does the same and takes it back, so that its outcome can be shown beforehand. */
  <T> T rehearse(Supplier<T> steps);
}
