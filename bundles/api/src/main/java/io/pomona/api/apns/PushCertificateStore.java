package io.pomona.api.apns;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The push pair; the newest counts. */
public interface PushCertificateStore {
  Optional<StoredPair> current();

  void save(StoredPair pair, ActivityDraft activity);

  /** How many enrolled Macs are tied to this topic. */
  long enrolledWithTopic(String topic);

  /**
   * @param sealedKey PKCS#8, sealed under {@code apns.key}
   * @param chain DER, leaf first
   */
  record StoredPair(String topic, byte[] sealedKey, List<byte[]> chain, Instant savedAt) {}
}
