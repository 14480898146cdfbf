package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a Mac last said of the encryption of its disk, in SecurityInfo, and what came of the
 * recovery key that it sent along.
 *
 * @param enrolledAt since when it was enrolled when it said so
 * @param reportedAt when it answered
 * @param encrypted empty where it did not say
 * @param personalKey whether its disk has a recovery key, known here or not
 * @param reason why its key cannot be used, in a sentence; empty text where it can
 * @param envelopeSha256 of the encrypted key as it came, empty where it sent none
 */
public record EncryptionReport(
    HostId host,
    Instant enrolledAt,
    Instant reportedAt,
    Optional<Boolean> encrypted,
    boolean personalKey,
    Key key,
    String reason,
    Optional<String> envelopeSha256) {

  /** What came of the key that the Mac sent in this enrollment. */
  public enum Key {
    /** It sent none. */
    NONE,
    /** It cannot be opened, or what is in it is no recovery key. */
    UNREADABLE,
    OPENS
  }
}
