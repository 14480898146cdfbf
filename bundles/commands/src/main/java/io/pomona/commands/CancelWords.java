package io.pomona.commands;

import io.pomona.api.commands.CommandQueueStore.Cancelled;

/** What a cancellation could do and what it could not. */
public final class CancelWords {
  private CancelWords() {}

  public static String of(Cancelled cancelled) {
    String said = "The command is cancelled for " + macs(cancelled.all()) + ".";
    if (cancelled.underWay() == 0) {
      return said;
    }
    String who =
        cancelled.underWay() == cancelled.all()
            ? cancelled.all() == 1 ? "It" : "They"
            : macs(cancelled.underWay()) + " of them";
    return said
        + " "
        + who
        + " had fetched it already and may carry it out all the same: a command that was handed out"
        + " cannot be called back, only its answer is not awaited any more.";
  }

  private static String macs(int number) {
    return number == 1 ? "1 Mac" : number + " Macs";
  }
}
