package io.pomona.store.commands;

import io.pomona.api.commands.CommandState;
import java.time.Instant;
import java.util.Optional;

/**
 * How waiting commands end without an answer.
 *
 * @param detail why, in words, empty text where the state says it
 * @param by who wanted it, empty text for nobody
 * @param replacedBy the command that takes the place
 * @param told whether their owners are told
 */
public record Ending(
    CommandState state,
    String detail,
    String by,
    Optional<String> replacedBy,
    boolean told,
    Instant at) {

  public static Ending cancelled(String by, Instant at) {
    return new Ending(CommandState.CANCELLED, "", by, Optional.empty(), true, at);
  }

  /** The newer one will bring its own outcome. */
  public static Ending superseded(String by, Optional<String> replacedBy, Instant at) {
    return new Ending(CommandState.CANCELLED, "", by, replacedBy, false, at);
  }

  static Ending expired(Instant at) {
    return new Ending(CommandState.EXPIRED, "", "", Optional.empty(), true, at);
  }

  static Ending failed(String detail, Instant at) {
    return new Ending(CommandState.ERROR, detail, "", Optional.empty(), true, at);
  }

  Ending because(String words) {
    return new Ending(state, words, by, replacedBy, told, at);
  }

  /** The same for owners who are told all the same. */
  public Ending aloud() {
    return new Ending(state, detail, by, replacedBy, true, at);
  }
}
