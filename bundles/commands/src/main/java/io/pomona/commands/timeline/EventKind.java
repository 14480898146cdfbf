package io.pomona.commands.timeline;

import java.util.Locale;

/** What can happen to a command. */
public enum EventKind {
  QUEUED,
  /** Apple took the push. */
  PUSHED,
  PUSH_FAILED,
  /** The Mac polled and got it. */
  HANDED_OUT,
  /** The same after NotNow. */
  RETRIED,
  NOT_NOW,
  ANSWERED,
  CANCELLED,
  /** A newer one took its place. */
  SUPERSEDED,
  /** Given up at its deadline. */
  EXPIRED,
  /** Given up because it could not even be sent. */
  FAILED;

  /** The word of the API. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
