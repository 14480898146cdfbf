package io.pomona.api.escrow;

import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What Macs said of the encryption of their disks in their present enrollment; with a new one it
 * begins anew, while keys stay. Each method is one transaction.
 */
public interface EncryptionReportStore {
  /** Of the present enrollment. */
  Optional<EncryptionReport> find(HostId host);

  /**
   * Takes the place of an earlier one, unless the Mac is enrolled anew or no longer. A Mac that was
   * to encrypt in Setup Assistant, has left it and says that it did not is marked as to be
   * reconciled.
   */
  void save(EncryptionReport report, Instant now);

  /** Notes that a Mac waits in Setup Assistant, for as long as it is enrolled. */
  void beginSetup(HostId host, Instant now);

  /**
   * Those of these Macs that enrolled automatically and wait in Setup Assistant, or have waited
   * there and not said since that their disk is not encrypted.
   */
  Set<HostId> inSetup(Collection<HostId> hosts);

  /**
   * Looks at Macs whose time has come, the longest due first, and queues the question for those
   * whose next SecurityInfo may change how far they are: that have said nothing since they have the
   * profile, or where somebody has to do something. Where a question of this owner and topic waits
   * already, it stays the only one. The time of each comes again after as long as it has been as
   * far as it is, within the pauses; of the others when there is something new. Of several nodes
   * one gets each Mac.
   *
   * @return how many it looked at; fewer than the limit: for now there are no more
   */
  int ask(NewCommand question, Pauses pauses, int limit, Instant now);

  /** Somebody is at this Mac: if it is asked from time to time, then soon again. */
  void hasten(HostId host, Instant now);

  /** Between two questions to one Mac. */
  record Pauses(Duration shortest, Duration longest) {}
}
