package io.pomona.protocol.command;

/**
 * A request type that macOS knows.
 *
 * @param requestType Apple's name
 * @param minimumOs the first macOS that knows it, for example {@code 10.13.6}
 * @param deviceChannel whether it may be sent on the device channel
 * @param userChannel whether it may be sent on a user channel
 * @param supervised whether the Mac must be supervised
 * @param automatedEnrollment whether the Mac must have been enrolled through Apple Business Manager
 */
public record MacCommandType(
    String requestType,
    String minimumOs,
    boolean deviceChannel,
    boolean userChannel,
    boolean supervised,
    boolean automatedEnrollment) {

  /** One line of the table: name, macOS, D and U, and SUP, DEP or a hyphen. */
  static MacCommandType parse(String line) {
    String[] columns = line.split(" ");
    return new MacCommandType(
        columns[0],
        columns[1],
        columns[2].contains("D"),
        columns[2].contains("U"),
        columns[3].contains("SUP"),
        columns[3].contains("DEP"));
  }
}
