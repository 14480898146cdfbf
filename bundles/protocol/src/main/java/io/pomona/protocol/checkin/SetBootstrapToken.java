package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The Mac hands over its bootstrap token for safe-keeping. It is a secret.
 *
 * @param bootstrapToken empty: the Mac asks to forget the stored one
 */
public record SetBootstrapToken(
    ChannelId channel,
    Optional<byte[]> bootstrapToken,
    Optional<Boolean> awaitingConfiguration,
    PlistDict raw)
    implements CheckInMessage {

  /** Without the token. */
  @Override
  public String toString() {
    return "SetBootstrapToken[" + channel + "]";
  }
}
