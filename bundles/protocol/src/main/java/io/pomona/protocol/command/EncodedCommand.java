package io.pomona.protocol.command;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command written out, with a gap for the UUID, so that one stored body serves many channels.
 *
 * <p>{@link #stored()} and {@link #of(byte[])} are the form to keep in a database.
 *
 * @param prefix everything before the UUID
 * @param suffix everything after it
 */
public record EncodedCommand(byte[] prefix, byte[] suffix) {
  private static final byte[] SUFFIX =
      "</string>\n</dict>\n</plist>\n".getBytes(StandardCharsets.US_ASCII);

  static EncodedCommand encode(CommandBody body) {
    PlistDict.Builder command =
        PlistDict.builder().put(CommandBody.REQUEST_TYPE, body.requestType());
    body.keys().asMap().forEach(command::put);
    return of(
        PlistWriter.write(
            PlistDict.builder().put("Command", command.build()).put("CommandUUID", "").build()));
  }

  /**
   * @param stored what {@link #stored()} gave
   * @throws MalformedCommandException when it ends otherwise
   */
  public static EncodedCommand of(byte[] stored) {
    int split = stored.length - SUFFIX.length;
    if (split < 0 || !Arrays.equals(stored, split, stored.length, SUFFIX, 0, SUFFIX.length)) {
      throw new MalformedCommandException("The stored command was not written by this format.");
    }
    return new EncodedCommand(Arrays.copyOf(stored, split), SUFFIX);
  }

  /** The command with an empty UUID. */
  public byte[] stored() {
    return splice("");
  }

  /**
   * The whole property list as a Mac gets it.
   *
   * @throws MalformedCommandException when the UUID has other characters than letters, digits,
   *     hyphens, dots and underscores
   */
  public byte[] with(String commandUuid) {
    return splice(CommandUuids.require(commandUuid));
  }

  private byte[] splice(String commandUuid) {
    byte[] whole = Arrays.copyOf(prefix, prefix.length + commandUuid.length() + suffix.length);
    byte[] uuid = commandUuid.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(uuid, 0, whole, prefix.length, uuid.length);
    System.arraycopy(suffix, 0, whole, prefix.length + uuid.length, suffix.length);
    return whole;
  }
}
