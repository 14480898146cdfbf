package io.pomona.api.commands;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import java.util.List;

/** Sending commands as a person does. */
public interface CommandQueue {
  /**
   * Queues a raw command plist for the device channel of each host and wakes them. A request type
   * or key that is not known is queued all the same, with a warning: macOS may be newer than this.
   *
   * @param plist {@code {Command: {RequestType, …}}}, with or without a CommandUUID, XML or binary
   * @throws io.pomona.api.MdmException malformed or invalid plist or type, not found, forbidden,
   *     conflict when the UUID was used before
   */
  Sent send(Actor actor, byte[] plist, List<HostId> hosts);

  /** Cancels for all hosts what has not ended. Not found when nobody waits for it. */
  int cancel(Actor actor, CommandUuid uuid);

  /**
   * @param skipped hosts whose MDM is off
   * @param warnings sentences: what a Mac may refuse or leave out in the command as it was queued
   */
  record Sent(CommandUuid uuid, String requestType, List<HostId> skipped, List<String> warnings) {
    public Sent(CommandUuid uuid, String requestType, List<HostId> skipped) {
      this(uuid, requestType, skipped, List.of());
    }
  }
}
