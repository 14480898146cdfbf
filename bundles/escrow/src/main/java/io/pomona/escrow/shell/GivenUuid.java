package io.pomona.escrow.shell;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import java.util.Optional;

/** The command that somebody typed, by which a PIN, a password or a code is called. */
final class GivenUuid {
  private GivenUuid() {}

  /**
   * @param text null where nothing was typed
   */
  static Optional<CommandUuid> of(String text) {
    try {
      return Optional.ofNullable(text).map(CommandUuid::new);
    } catch (IllegalArgumentException e) {
      throw MdmException.invalid("escrow.not_a_uuid", "id", "That is not the UUID of a command.")
          .causedBy(e);
    }
  }
}
