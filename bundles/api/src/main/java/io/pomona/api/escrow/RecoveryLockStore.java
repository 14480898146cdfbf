package io.pomona.api.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every recovery lock password that was ever made. Nothing here is ever deleted. Each method is one
 * transaction.
 */
public interface RecoveryLockStore {
  /**
   * Keeps the password and queues the command, unless one of this Mac is under way. Of several who
   * ask at once one is first.
   *
   * @param within the teams of whom it is asked by
   * @return what is in the way; empty when it was queued
   * @throws io.pomona.api.MdmException as {@link HostLockStore#begin}
   */
  Optional<RecoveryLock> begin(
      RecoveryLock lock,
      byte[] sealedPassword,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now);

  /**
   * @param command that sets it, or that checks it
   */
  Optional<RecoveryLock> find(CommandUuid command);

  /**
   * All of this Mac, newest first, also those of a host that it was before.
   *
   * @param serialNumber empty text where it is not known
   * @param udid a serial number is what a Mac says of itself: another that says the same is not
   *     given its history
   */
  List<RecoveryLock> history(HostId host, String serialNumber, String udid);

  /**
   * Goes on from the stage that it had when it was read, and queues what comes next. Once it is
   * verified or cleared, all older ones of this Mac that may have been in force are replaced.
   *
   * @return whether it still had that stage; if not, nothing is queued
   * @throws io.pomona.api.MdmException conflict {@code escrow.mdm_off} when the Mac takes no
   *     commands; nothing is written
   */
  boolean save(
      RecoveryLock changed, RecoveryLock.Stage from, List<CommandOrder> commands, Instant now);

  /**
   * A password to be shown to somebody: noted with the activity in the same transaction, so that
   * none is seen without.
   */
  Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now);

  /** A password for the server itself, which has to say it to the Mac. */
  Optional<byte[]> sealed(CommandUuid command);

  /**
   * Verified ones that somebody saw before this time, of hosts with MDM on, in the order of their
   * commands' UUIDs; without those after which another one is under way, or has failed lately.
   *
   * @param lately since when a failure counts
   */
  List<RecoveryLock> viewedBefore(Instant before, Instant lately, String afterCommand, int limit);
}
