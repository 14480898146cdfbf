package io.pomona.api.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Locks and erasures of Macs with the PINs that undo them. Nothing here is ever deleted. Each
 * method is one transaction.
 */
public interface HostLockStore {
  /**
   * Keeps the PIN and queues the command, unless one of this Mac is pending or has taken. Of
   * several who ask at once one is first.
   *
   * @param within the teams of whom it is asked by; the Mac may have moved since somebody looked
   * @return what is in the way; empty when it was queued
   * @throws io.pomona.api.MdmException not found {@code commands.unknown_host} outside of these
   *     teams, conflict {@code escrow.mdm_off} when the Mac takes no commands; nothing is written
   */
  Optional<HostLock> begin(
      HostLock lock,
      byte[] sealedPin,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now);

  /** The last one of each of these hosts that has any. */
  Map<HostId, HostLock> of(Collection<HostId> hosts);

  Optional<HostLock> find(CommandUuid command);

  /**
   * All of this Mac, newest first, also those of a host that it was before.
   *
   * @param serialNumber empty text where it is not known
   * @param udid a serial number is what a Mac says of itself: another that says the same is not
   *     given its history
   */
  List<HostLock> history(HostId host, String serialNumber, String udid);

  /**
   * Those that the Mac has carried out, or may have, as far as MDM is on for it, in the order of
   * their commands' UUIDs.
   */
  List<HostLock> standing(String afterCommand, int limit);

  /**
   * Goes on from the stage that it had when it was read.
   *
   * @return whether it still had it
   */
  boolean save(HostLock changed, HostLock.Stage from);

  /**
   * Notes when the Mac was last heard of. What is heard of a Mac within {@code grace} after it took
   * counts for nothing: it is on its way down. That is measured by the clock of the database, for
   * those of two servers may differ.
   *
   * @param lastSeen as it is known at this look
   * @return at how many looks the Mac had been heard of anew
   */
  int heard(CommandUuid command, Instant lastSeen, Duration grace);

  /**
   * A PIN to be shown to somebody: noted with the activity in the same transaction, so that none is
   * seen without.
   */
  Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now);
}
