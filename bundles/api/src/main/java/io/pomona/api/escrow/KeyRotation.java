package io.pomona.api.escrow;

import io.pomona.api.commands.CommandUuid;
import java.time.Instant;
import java.util.Locale;

/**
 * The replacement of a recovery key on a Mac. The old key stays the current one until a new one
 * opens.
 *
 * @param command the RotateFileVaultKey that was queued with it
 * @param detail why it is so, in a sentence; may be empty text, never holds a key
 * @param nextAt when something has to happen: ask the Mac, or give up
 */
public record KeyRotation(
    KeyRotationId id,
    NewKeyRotation wanted,
    CommandUuid command,
    Stage stage,
    String detail,
    Instant requestedAt,
    Instant updatedAt,
    Instant nextAt) {

  /** Why it was begun. */
  public enum Cause {
    REQUEST,
    SCHEDULE,
    VIEW;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  public enum Stage {
    /** The command is queued or handed out. */
    SENT,
    /** The answer brought no key that opens; the Mac is asked for what it has. */
    ASKING,
    DONE,
    FAILED;

    public boolean isEnded() {
      return this == DONE || this == FAILED;
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
