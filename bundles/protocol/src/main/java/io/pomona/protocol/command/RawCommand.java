package io.pomona.protocol.command;

import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.Map;
import java.util.Optional;

/**
 * A command as an admin wrote it: {@code {Command: {RequestType, …}, CommandUUID}}.
 *
 * @param uuid the admin's own UUID, if there was one
 */
public record RawCommand(Optional<String> uuid, CommandBody body) {

  /**
   * Whether a Mac knows the request type is another question, see {@link MacCommandTypes}.
   *
   * @throws MalformedCommandException when the bytes are not a command
   */
  public static RawCommand parse(byte[] plist) {
    PlistDict root = read(plist);
    PlistDict command =
        root.dict("Command")
            .orElseThrow(
                () ->
                    new MalformedCommandException(
                        "The command has no dictionary under the key Command."));
    String requestType =
        command
            .string(CommandBody.REQUEST_TYPE)
            .orElseThrow(
                () -> new MalformedCommandException("The command has no string RequestType."));
    Optional<String> uuid = root.string("CommandUUID").filter(text -> !text.isEmpty());
    uuid.ifPresent(CommandUuids::require);
    return new RawCommand(uuid, new CommandBody(requestType, withoutRequestType(command)));
  }

  private static PlistDict read(byte[] plist) {
    try {
      return PlistReader.read(plist);
    } catch (MalformedPlistException e) {
      throw new MalformedCommandException(e.getMessage(), e);
    }
  }

  private static PlistDict withoutRequestType(PlistDict command) {
    PlistDict.Builder keys = PlistDict.builder();
    for (Map.Entry<String, Object> entry : command.asMap().entrySet()) {
      if (!entry.getKey().equals(CommandBody.REQUEST_TYPE)) {
        keys.put(entry.getKey(), entry.getValue());
      }
    }
    return keys.build();
  }
}
