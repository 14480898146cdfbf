package io.pomona.api.escrow;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every recovery key that a Mac ever gave. Nothing here is ever deleted, whatever becomes of the
 * host, its team or the setting. Each method is one transaction.
 */
public interface RecoveryKeyStore {
  /**
   * Keeps a key, unless one of this Mac came in the same envelope: a Mac says again and again what
   * it has, and may say it late. A new one that opens becomes the current one.
   *
   * @param activities written only when it is new
   * @return whether it is new
   */
  boolean add(NewRecoveryKey key, List<ActivityDraft> activities, Instant now);

  /**
   * The newest key of this Mac that opens.
   *
   * @param udid a serial number is what a Mac says of itself: another that says the same is not
   *     given its keys
   */
  Optional<RecoveryKey> current(String serialNumber, String udid);

  /** All with this serial number, newest first, the unreadable ones too. */
  List<RecoveryKey> history(String serialNumber);

  Optional<RecoveryKey> find(RecoveryKeyId id);

  /**
   * All keys whose serial number contains this, newest first; {@code after} is the id below which
   * to go on, 0 for the newest.
   *
   * @param query in any case; empty text for all
   */
  List<RecoveryKey> search(String query, PageRequest page);

  /**
   * A key to be shown to somebody: noted with the activity in the same transaction, so that none is
   * seen without. The first view of the current key is what {@link DueKeyStore#viewed} counts from.
   *
   * @return empty, and nothing is written, where there is none that opens
   */
  Optional<SealedKey> view(RecoveryKeyId id, ActivityDraft activity, Instant now);

  /** A key for the server itself, which replaces it on the Mac; empty where it does not open. */
  Optional<SealedKey> sealed(RecoveryKeyId id);

  /** Keys that are not sealed under this generation, oldest first. */
  List<SealedKey> ofOtherGenerations(EscrowCertificateId generation, int limit);

  /**
   * Puts keys sealed under a newer generation in the place of the same keys; once more changes
   * nothing.
   */
  void reseal(List<SealedKey> keys);

  /**
   * The envelope of one that does not open, for the day on which its certificate turns up. Of one
   * that does open none is kept: who steals a retired certificate finds nothing to open with it.
   */
  Optional<byte[]> envelope(RecoveryKeyId id);
}
