package io.pomona.protocol.declarative;

import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.List;
import java.util.Optional;

/**
 * A type of declaration as Apple describes it.
 *
 * @param name for people
 * @param since the first macOS that takes it; empty when no Mac does
 * @param deviceChannel whether it may be sent to the Mac itself
 * @param userChannel whether it may be sent to one of its users
 * @param supervised whether only supervised Macs take it
 * @param required the keys that its payload must have
 */
public record DeclarationType(
    String type,
    String name,
    Optional<OsVersion> since,
    boolean deviceChannel,
    boolean userChannel,
    boolean supervised,
    List<String> required) {

  public DeclarationType {
    required = List.copyOf(required);
  }

  /** Reads a line of {@code declarations.txt} as {@code format.txt} beside it describes it. */
  static DeclarationType read(String line) {
    String[] columns = line.split(" *\\| *", -1);
    String[] since = columns[2].split(" ");
    String scopes = since.length > 1 ? since[1] : "";
    return new DeclarationType(
        columns[0],
        columns[1],
        OsVersion.parse(since[0]),
        scopes.contains("D"),
        scopes.contains("U"),
        column(columns, 3).equals("supervised"),
        words(column(columns, 4)));
  }

  private static String column(String[] columns, int number) {
    return number < columns.length ? columns[number] : "";
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
