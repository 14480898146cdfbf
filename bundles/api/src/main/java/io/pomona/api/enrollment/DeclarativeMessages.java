package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.DeclarativeManagement;
import java.util.Optional;

/**
 * Answers what Macs ask of declarative management inside check-in messages. Called in the thread of
 * the request, after it is known who asks; there is one at most, and none where declarations are
 * not installed.
 */
public interface DeclarativeMessages {
  /**
   * @return JSON, or empty where a status report was taken
   * @throws io.pomona.api.MdmException not found for what this channel does not have; malformed
   */
  Optional<byte[]> answer(ChannelId channel, DeclarativeManagement message);
}
