package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The push address of a channel: store topic, magic and token each time, they change.
 *
 * @param token opaque, usually 32 bytes
 * @param awaitingConfiguration true while the Mac waits in Setup Assistant; empty says nothing
 *     about it, so leave a stored value as it is
 * @param notOnConsole on a user channel: the user is not at the screen
 */
public record TokenUpdate(
    ChannelId channel,
    String topic,
    String pushMagic,
    byte[] token,
    Optional<Boolean> awaitingConfiguration,
    Optional<Boolean> notOnConsole,
    Optional<String> userShortName,
    Optional<String> userLongName,
    PlistDict raw)
    implements CheckInMessage {

  /** Without magic and token. */
  @Override
  public String toString() {
    return "TokenUpdate[" + channel + ", topic=" + topic + "]";
  }
}
