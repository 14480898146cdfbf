package io.pomona.api.commands;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which channels to push to. Several nodes may lease at once. */
public interface WakeStore {
  /**
   * Enabled channels with waiting commands that are due for a push, invisible until the lease ends.
   */
  List<Wake> lease(int limit, Instant now, Duration lease);

  /**
   * Notes a verdict and when to push again if the commands are still waiting. A token that Apple no
   * longer knows is put out of use until the next TokenUpdate, unless one came after {@code
   * verdict.since()}.
   */
  void pushed(ChannelId channel, PushVerdict verdict, Instant now, Instant nextPush);

  /**
   * @param attempts pushes since the Mac was last heard of
   */
  record Wake(ChannelId channel, PushTarget target, int attempts) {}
}
