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
  /** Of one Mac; one that has a single key to send sends no more. */
  int UNREADABLE_A_DAY = 10;

  /**
   * Keeps a key, unless it came from this Mac before, in this envelope or in another: a Mac says
   * again and again what it has, and may say it late. A new one that opens becomes the current one.
   * The envelope is none of {@link EnvelopeStore#waiting} any more. Of what does not open, {@link
   * #UNREADABLE_A_DAY} are kept, each without its envelope when that is larger than {@link
   * EnvelopeStore#LARGEST}.
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

  /**
   * Keys that are sealed under an older generation than this, those of the oldest first.
   *
   * @param after where to go on, empty for the first
   */
  List<SealedKey> ofOlderGenerations(
      EscrowCertificateId generation, Optional<SealedKey> after, int limit);

  /**
   * Puts keys sealed under a newer generation in the place of the same keys; once more changes
   * nothing.
   */
  void reseal(List<SealedKey> keys);

  /** How many keys there are that open. */
  KeyCounts counts();
}
