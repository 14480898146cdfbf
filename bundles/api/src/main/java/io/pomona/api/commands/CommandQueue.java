package io.pomona.api.commands;

import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import java.util.List;

/** Sending commands as a person does. */
public interface CommandQueue {
  /**
   * Queues a raw command plist for each host and wakes them. A request type or key that is not
   * known is queued all the same, with a warning: macOS may be newer than this.
   *
   * @param plist {@code {Command: {RequestType, …}}}, with or without a CommandUUID, XML or binary
   * @throws io.pomona.api.MdmException malformed or invalid plist or type, not found, forbidden,
   *     conflict when the UUID was used before
   */
  default Sent send(Actor actor, byte[] plist, List<HostId> hosts) {
    return send(actor, plist, hosts, Terms.USUAL);
  }

  /** The same on these terms. */
  Sent send(Actor actor, byte[] plist, List<HostId> hosts, Terms terms);

  /**
   * Cancels what has not ended, for many in steps: if one fails, what was cancelled before stays
   * so, and asking again goes on there.
   *
   * @param hosts only for these, for all of the command when there are none
   * @throws io.pomona.api.MdmException not found when nobody waits for it; forbidden
   */
  Cancelled cancel(Actor actor, CommandUuid uuid, List<HostId> hosts);

  /**
   * How a person wants a command sent.
   *
   * @param urgent before all that is routine; some request types are urgent anyway
   * @param reason why, shown to admins; empty text says nothing
   * @param toUsers to the users of the Macs that have a channel of their own, not to the Macs
   */
  record Terms(boolean urgent, String reason, boolean toUsers) {
    public static final Terms USUAL = new Terms(false, "");

    /** To the Macs themselves. */
    public Terms(boolean urgent, String reason) {
      this(urgent, reason, false);
    }
  }

  /**
   * @param skipped hosts whose MDM is off, or that have no user to send it to
   * @param warnings sentences: what a Mac may refuse or leave out in the command as it was queued
   */
  record Sent(CommandUuid uuid, String requestType, List<HostId> skipped, List<String> warnings) {
    public Sent(CommandUuid uuid, String requestType, List<HostId> skipped) {
      this(uuid, requestType, skipped, List.of());
    }
  }
}
