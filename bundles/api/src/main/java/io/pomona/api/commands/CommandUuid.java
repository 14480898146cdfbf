package io.pomona.api.commands;

import java.util.UUID;

/**
 * A command's name, as the Mac gives it back. Ours are random UUIDs; those of raw commands may be
 * any text of 1 to 64 letters, digits, dots, underscores and hyphens.
 */
public record CommandUuid(String value) {
  public CommandUuid {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not a command UUID");
    }
  }

  public static CommandUuid random() {
    return new CommandUuid(UUID.randomUUID().toString());
  }
}
