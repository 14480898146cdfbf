package io.pomona.pki.device;

import io.pomona.api.pki.StoredCertificate;
import io.pomona.protocol.digest.Sha256;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was issued lately, for clients that ask again by GetCertInitial. Requests are never left
 * pending, so a client that is not found here sends its request again and gets the same
 * certificate.
 */
final class RecentIdentities {
  private static final int MOST = 4096;
  private static final Duration LIFE = Duration.ofHours(1);

  private record Entry(StoredCertificate certificate, Instant until) {}

  private final Clock clock;
  private final Map<String, Entry> entries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST;
        }
      };

  RecentIdentities(Clock clock) {
    this.clock = clock;
  }

  void add(ScepRequest request, StoredCertificate certificate) {
    Entry entry = new Entry(certificate, clock.instant().plus(LIFE));
    synchronized (entries) {
      entries.put(key(request), entry);
    }
  }

  StoredCertificate require(ScepRequest request) {
    Entry found;
    synchronized (entries) {
      found = entries.get(key(request));
    }
    if (found == null || clock.instant().isAfter(found.until())) {
      throw new ScepRefusal(
          ScepRefusal.FailInfo.BAD_CERTIFICATE_ID, "nothing is pending under its transaction");
    }
    return found.certificate();
  }

  private static String key(ScepRequest request) {
    try {
      byte[] signerKey = request.signer().getSubjectPublicKeyInfo().getEncoded();
      return Sha256.hex(signerKey) + " " + request.transactionId();
    } catch (IOException e) {
      throw new ScepRefusal(ScepRefusal.FailInfo.BAD_REQUEST, "its signer cannot be read", e);
    }
  }
}
