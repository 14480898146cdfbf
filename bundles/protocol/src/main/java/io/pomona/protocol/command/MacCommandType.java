package io.pomona.protocol.command;

import io.pomona.protocol.command.catalogue.Availability;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.command.catalogue.OsVersion;

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

  static MacCommandType of(CommandDefinition command) {
    Availability available = command.availability();
    return new MacCommandType(
        command.requestType(),
        available.since().map(OsVersion::toString).orElse(""),
        available.deviceChannel(),
        available.userChannel(),
        available.supervised(),
        available.automatedEnrollment());
  }
}
