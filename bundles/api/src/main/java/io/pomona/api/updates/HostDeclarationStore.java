package io.pomona.api.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which Macs were told of which declarations. Hosts are marked as due when they enroll, when they
 * move to another team and when declarations or the required macOS of their team change; what is
 * known of a channel ends with its enrollment. Each method is one transaction.
 */
public interface HostDeclarationStore {
  /** Enrolled hosts that are due, invisible to other nodes until the lease ends. */
  List<Host> leaseDue(int limit, Instant now, Duration lease);

  void markDue(Collection<HostId> hosts, Instant at);

  /** Marks all enrolled hosts, so that whatever was lost heals. */
  void markAllDue(Instant at);

  /** Of their device channels; hosts of which nothing is known are left out. */
  Map<HostId, DeclarationStanding> standings(Collection<HostId> hosts);

  /**
   * Remembers what is told, queues the commands that tell it, and takes the marks off {@code
   * looked} unless they were set anew since the lease.
   *
   * @param told by the host's device channel; channels that are out of use are left out
   */
  void tell(
      Map<ChannelId, String> told, List<CommandOrder> orders, List<HostId> looked, Instant now);

  /** The channel was answered which declarations there are; it need not be told of them again. */
  void fetched(ChannelId channel, String token, Instant now);

  /** What was told last did not arrive: forgets it, and marks the host as due. */
  void lost(ChannelId channel, Instant again);
}
