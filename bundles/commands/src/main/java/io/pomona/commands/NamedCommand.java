package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;

/** UUIDs as people give them; what cannot be one names nothing. */
public final class NamedCommand {
  private NamedCommand() {}

  public static CommandUuid uuid(String text) {
    try {
      return new CommandUuid(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  public static MdmException unknown() {
    return MdmException.notFound("commands.unknown", "There is no command with this UUID.");
  }
}
