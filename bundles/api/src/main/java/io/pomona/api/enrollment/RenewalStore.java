package io.pomona.api.enrollment;

import io.pomona.api.commands.CommandOrder;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;

/** Renewals of device identities under way. Each method is one transaction. */
public interface RenewalStore {
  /**
   * Enabled Macs whose current certificate is in the second half of its life and ends before {@code
   * expiresBefore}, unless the device CA that issued it could give no later end, or was issued by a
   * device CA that is no longer active; without an attempt under way whose deadline is after {@code
   * now}, and at least a day after their last renewal.
   */
  List<RenewalDue> due(Instant expiresBefore, Instant now, int limit);

  /** Replaces a Mac's attempt, cancels the one before it and queues its command. */
  void begin(ChannelId device, CommandOrder command, Instant now, Instant deadline);

  /** The attempt's command ended without a new identity: try again at this time. */
  void postpone(ChannelId device, Instant until);

  /** Enabled Macs whose certificate ends before this, whatever is under way. */
  long expiringBefore(Instant before);

  /**
   * @param attempts how many attempts were begun for the present certificate
   */
  record RenewalDue(ChannelId device, Instant notAfter, int attempts) {}
}
