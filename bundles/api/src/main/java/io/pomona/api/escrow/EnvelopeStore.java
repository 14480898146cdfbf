package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import java.util.List;
import java.util.Optional;

/**
 * Envelopes that Macs sent and that have not been opened. What {@link
 * io.pomona.api.enrollment.HostStore#report} takes over is kept here in the same transaction, so
 * that the next report, a vault that is closed or the end of the enrollment takes no key away. Each
 * method is one transaction.
 */
public interface EnvelopeStore {
  /** In bytes. One with a recovery key has about 700; a larger one is not kept. */
  int LARGEST = 65_536;

  /** Of one Mac at once; more do not wait. */
  int MOST = 20;

  /**
   * Those that {@link RecoveryKeyStore#add} has not been told of yet, in the order in which they
   * came.
   */
  List<ReceivedEnvelope> waiting(int limit);

  /** The same of one host. */
  List<ReceivedEnvelope> waiting(HostId host);

  /** Keys that could not be opened and whose envelope is kept, oldest first. */
  List<RecoveryKey> unreadable(RecoveryKeyId after, int limit);

  /**
   * The envelope of one that does not open, for the day on which its certificate turns up. Of one
   * that does open none is kept: who steals a retired certificate finds nothing to open with it.
   */
  Optional<byte[]> envelope(RecoveryKeyId id);

  /**
   * One that could not be opened can be now: the key keeps its place among those of the Mac, and
   * what the Mac reported with it counts as of one that opens. A key that is kept already is not
   * kept twice.
   *
   * @param key as it is now, with the same envelope
   */
  void open(RecoveryKeyId id, NewRecoveryKey key);
}
