package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import io.pomona.protocol.command.MalformedCommandException;
import io.pomona.protocol.command.RawCommand;
import java.util.Optional;

/** A raw command of an admin, checked: a Mac knows it, on its device channel. */
record AdminPlist(Optional<CommandUuid> uuid, CommandBody content) {

  static AdminPlist read(byte[] plist) {
    RawCommand raw = parse(plist);
    MacCommandType type = type(raw.body().requestType());
    if (!type.deviceChannel()) {
      throw MdmException.invalid(
          "commands.user_channel",
          "command",
          type.requestType()
              + " goes to users of a Mac only, and commands can be sent to the Mac itself only.");
    }
    return new AdminPlist(raw.uuid().map(CommandUuid::new), raw.body());
  }

  String requestType() {
    return content.requestType();
  }

  byte[] body(CommandUuid uuid) {
    return content.encode(uuid.value());
  }

  private static RawCommand parse(byte[] plist) {
    try {
      return RawCommand.parse(plist);
    } catch (MalformedCommandException e) {
      throw MdmException.malformed("commands.malformed", e.getMessage()).causedBy(e);
    }
  }

  private static MacCommandType type(String requestType) {
    try {
      return MacCommandTypes.require(requestType);
    } catch (MalformedCommandException e) {
      throw MdmException.invalid("commands.unknown_type", "command", e.getMessage()).causedBy(e);
    }
  }
}
