package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * A network or mobile user logs in and asks whether the server manages users.
 *
 * <p>Answer 410 to stay with the device channel, or a {@link CheckInAnswers#digestChallenge} to the
 * first request and a {@link CheckInAnswers#authToken} to the second.
 *
 * @param digestResponse empty in the first request
 */
public record UserAuthenticate(
    ChannelId channel,
    Optional<String> userShortName,
    Optional<String> userLongName,
    Optional<String> digestResponse,
    PlistDict raw)
    implements CheckInMessage {

  /** Without the digest. */
  @Override
  public String toString() {
    return "UserAuthenticate[" + channel + "]";
  }
}
