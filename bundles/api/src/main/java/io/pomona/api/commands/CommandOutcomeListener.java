package io.pomona.api.commands;

/**
 * Extension point: is told how the commands of one owner ended. Called on a thread of a Camel route
 * after the outcome was stored, at least once; whoever throws is told again.
 */
public interface CommandOutcomeListener {
  /** The {@link NewCommand#owner()} that it listens for. */
  String owner();

  /** Idempotent. */
  void ended(CommandOutcome outcome);
}
