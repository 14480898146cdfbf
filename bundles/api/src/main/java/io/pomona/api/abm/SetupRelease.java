package io.pomona.api.abm;

import io.pomona.api.commands.CommandUuid;
import java.time.Instant;
import java.util.Optional;

/**
 * Letting a Mac go on.
 *
 * @param deadline when it goes on whatever is missing, unless an admin is to release it
 * @param command the newest that tells it to
 * @param attempts how many there were
 * @param againAt when it is looked at again, while it has not said that it goes on
 * @param missing what had not come when it was released, in words; empty text for nothing
 */
public record SetupRelease(
    Instant deadline,
    Optional<CommandUuid> command,
    int attempts,
    Optional<Instant> againAt,
    String missing) {
  public static SetupRelease by(Instant deadline) {
    return new SetupRelease(deadline, Optional.empty(), 0, Optional.empty(), "");
  }

  /** With one more attempt. */
  public SetupRelease tried(CommandUuid uuid, Instant again) {
    return new SetupRelease(deadline, Optional.of(uuid), attempts + 1, Optional.of(again), missing);
  }

  public SetupRelease again(Instant at) {
    return new SetupRelease(deadline, command, attempts, Optional.of(at), missing);
  }

  /** The command did not make it. */
  public SetupRelease failed(Instant again) {
    return new SetupRelease(deadline, Optional.empty(), attempts, Optional.of(again), missing);
  }

  public SetupRelease without(String what) {
    return new SetupRelease(deadline, command, attempts, againAt, what);
  }
}
