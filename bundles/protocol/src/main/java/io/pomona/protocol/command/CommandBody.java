package io.pomona.protocol.command;

import io.pomona.protocol.plist.PlistDict;
import java.util.Objects;

/**
 * A command without its UUID: what is to be done, not yet which queue entry it is.
 *
 * @param requestType Apple's name, for example {@code InstallProfile}
 * @param keys the other keys of the {@code Command} dictionary
 */
public record CommandBody(String requestType, PlistDict keys) {
  static final String REQUEST_TYPE = "RequestType";

  public CommandBody {
    if (Objects.requireNonNull(requestType, REQUEST_TYPE).isEmpty()) {
      throw new MalformedCommandException("The command has no RequestType.");
    }
    if (keys.has(REQUEST_TYPE)) {
      throw new MalformedCommandException("RequestType belongs beside the keys, not among them.");
    }
  }

  public static CommandBody of(String requestType) {
    return new CommandBody(requestType, PlistDict.of());
  }

  /**
   * Reads a whole command, its UUID if any is left out; {@link RawCommand#parse} keeps it.
   *
   * @throws MalformedCommandException when it is none
   */
  public static CommandBody parse(byte[] plist) {
    return RawCommand.parse(plist).body();
  }

  /** The whole property list as a Mac gets it. */
  public byte[] encode(String commandUuid) {
    return encoded().with(commandUuid);
  }

  /** Written once for any number of UUIDs. */
  public EncodedCommand encoded() {
    return EncodedCommand.encode(this);
  }
}
