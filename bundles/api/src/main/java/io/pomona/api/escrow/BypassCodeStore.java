package io.pomona.api.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every Activation Lock bypass code that a Mac ever gave, and which Macs are to be asked. No code
 * is ever deleted. Each method is one transaction.
 */
public interface BypassCodeStore {
  /**
   * From now on the Mac is asked; in the place of what was to be asked under an earlier enrollment.
   *
   * @return whether it was not asked under this enrollment before
   */
  boolean begin(BypassFetch fetch);

  Optional<BypassFetch> fetch(HostId host);

  /** Enrolled Macs that are to be asked again, those due first first. */
  List<BypassFetch> due(Instant now, int limit);

  /**
   * Asks once more.
   *
   * @param nextAt when again, if nothing comes
   * @return whether it was still at that attempt; if not, nothing is queued
   */
  boolean ask(BypassFetch fetch, CommandOrder command, Instant nextAt, Instant now);

  /** Notes what the Mac said instead of a code. */
  void refused(HostId host, String detail);

  /**
   * Keeps a code, unless it is known by this command, and asks no more under this enrollment.
   *
   * @return whether it is new
   */
  boolean add(BypassCode code, byte[] sealed);

  /**
   * All of this Mac, newest first, also those of a host that it was before.
   *
   * @param serialNumber empty text where it is not known
   * @param udid a serial number is what a Mac says of itself: another that says the same is not
   *     given its history
   */
  List<BypassCode> history(HostId host, String serialNumber, String udid);

  /**
   * A code to be shown to somebody: noted with the activity in the same transaction, so that none
   * is seen without.
   */
  Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now);
}
