package io.pomona.api.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
   * Enrolled Macs whose next SecurityInfo may change how far they are: those that have said nothing
   * since they have the profile, and those where somebody has to do something.
   *
   * @param before Macs that were asked later than this are left out, unless the profile came since
   */
  List<Host> toAsk(Instant before, int limit);

  /** Queues the questions, and notes when these Macs were asked. */
  void ask(Collection<HostId> hosts, List<CommandOrder> questions, Instant now);
}
