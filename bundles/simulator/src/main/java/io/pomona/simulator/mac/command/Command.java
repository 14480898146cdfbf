package io.pomona.simulator.mac.command;

import io.pomona.simulator.wire.MalformedPlistException;
import io.pomona.simulator.wire.Plist;

/** A command as the server handed it out. */
public record Command(String uuid, String requestType, Plist arguments) {

  public static Command read(byte[] body) throws MalformedPlistException {
    Plist document = Plist.read(body);
    Plist arguments =
        document
            .dictionary("Command")
            .orElseThrow(() -> new MalformedPlistException("The command has no Command"));
    return new Command(
        document
            .text("CommandUUID")
            .orElseThrow(() -> new MalformedPlistException("The command has no CommandUUID")),
        arguments
            .text("RequestType")
            .orElseThrow(() -> new MalformedPlistException("The command has no RequestType")),
        arguments);
  }
}
