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
   * Notes how pushes ended, all or none, for the timeline and to know when to push again where
   * commands are still waiting. A token that Apple no longer knows is put out of use until the next
   * TokenUpdate, unless another one came meanwhile or one came after {@code verdict.since()}.
   *
   * @param pushes of leased channels, each at most once
   */
  void pushed(List<Pushed> pushes);

  /** Tidies up after channels whose commands have all been answered; to be called now and then. */
  void forgetEmptied(Instant now);

  /**
   * @param attempts pushes since the Mac was last heard of in a way that gives hope: NotNow, and
   *     fetching again what it put off, do not count
   */
  record Wake(ChannelId channel, PushTarget target, int attempts) {}

  /**
   * How a push ended.
   *
   * @param target whom Apple's verdict is about; another token may have come meanwhile
   * @param at when it ended
   */
  record Pushed(
      ChannelId channel, PushTarget target, PushVerdict verdict, Instant nextPush, Instant at) {}
}
