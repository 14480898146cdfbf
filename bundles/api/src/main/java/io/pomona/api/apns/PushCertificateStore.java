package io.pomona.api.apns;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The push pair; the newest counts until it is turned off. Earlier ones are kept. */
public interface PushCertificateStore {
  Optional<StoredPair> current();

  /** The newest topic, also after it was turned off: Macs may still be tied to it. */
  Optional<String> lastTopic();

  /**
   * Puts a pair in use, and every Mac that waits for a push is due at once. Of several at the same
   * time each sees what the one before did.
   *
   * @param seen the last topic when it was decided whether this one may take its place; nothing
   *     happens when it is another one by now
   * @param answered the request that the certificate was issued for; it ends with all older ones
   * @return whether the pair is in use
   */
  boolean save(
      StoredPair pair,
      Optional<String> seen,
      Optional<PushRequestId> answered,
      ActivityDraft activity);

  /** Changes what is noted of the pair in use; without one nothing happens. */
  void noteAppleId(Optional<String> appleId, ActivityDraft activity, Instant now);

  /** From now on there is none; without one nothing happens. */
  void turnOff(ActivityDraft activity, Instant now);

  /** How many enrolled Macs are tied to this topic. */
  long enrolledWithTopic(String topic);

  /**
   * @param sealedKey PKCS#8, sealed under {@code apns.key}
   * @param chain DER, leaf first
   */
  record StoredPair(
      String topic, byte[] sealedKey, List<byte[]> chain, Instant savedAt, PairNote note) {}

  /**
   * What people have to know at the next renewal.
   *
   * @param appleId with which the certificate was made at Apple's portal, as far as anybody said
   * @param savedBy who loaded the pair; empty for pairs of earlier versions
   */
  record PairNote(Optional<String> appleId, String savedBy) {}
}
