package io.pomona.api.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways of commands step by step, for people. Nothing of this is asked by a poll. */
public interface CommandTimelineStore {
  /** Of a Mac and its users, newest first; {@code after} is the row id below which to go on. */
  List<CommandTrail> ofHost(HostId host, PageRequest page);

  /**
   * One command for its channels, in the order of these.
   *
   * @param scope only hosts of these teams, by the team that they are in now
   * @param after go on behind this channel
   */
  List<CommandTrail> ofCommand(
      CommandUuid uuid,
      Optional<HostId> host,
      TeamScope scope,
      Optional<ChannelId> after,
      int limit);

  /** What has not ended for a channel: what is under way first, then as it will be handed out. */
  List<CommandTrail> waiting(ChannelId channel, int limit);

  /** Pushes within these spans, newest first. */
  List<PushRecord> pushes(List<Span> spans, int limit);

  ChannelStanding standing(ChannelId channel);

  /**
   * Forgets pushes and NotNows before this time, the oldest first.
   *
   * @param limit of each at most
   * @return how many
   */
  int forget(Instant before, int limit);

  /** A time of a channel, both ends within it. */
  record Span(ChannelId channel, Instant from, Instant to) {}
}
