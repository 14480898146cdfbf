package io.pomona.protocol.command.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands that a Mac may be sent. */
public final class CommandCatalogue {
  private static final List<String> FAMILIES =
      List.of(
          "device",
          "inventory",
          "profiles",
          "applications",
          "updates",
          "settings",
          "accounts",
          "security");

  private static final Map<String, CommandDefinition> COMMANDS = read();

  private CommandCatalogue() {}

  private static Map<String, CommandDefinition> read() {
    Map<String, CommandDefinition> commands = new LinkedHashMap<>();
    for (String family : FAMILIES) {
      CatalogueText.read(family, text(family))
          .forEach(command -> commands.put(command.requestType(), command));
    }
    return Collections.unmodifiableMap(commands);
  }

  private static String text(String family) {
    try (InputStream file = CommandCatalogue.class.getResourceAsStream(family + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By family. */
  public static Collection<CommandDefinition> all() {
    return COMMANDS.values();
  }

  public static Optional<CommandDefinition> find(String requestType) {
    return Optional.ofNullable(COMMANDS.get(requestType));
  }
}
