package io.pomona.api.pki;

import java.time.Instant;
import java.util.Optional;

/** Challenges and the certificates issued for them. Each method is one transaction. */
public interface CertificateStore {
  void saveChallenge(
      String challengeSha256, ChallengeBinding binding, Instant now, Instant expires);

  /**
   * Reserves a challenge for one request, before anything is signed. The same transaction and key
   * may claim again until an Authenticate has bound the certificate.
   */
  Claim claim(String challengeSha256, String transactionId, String publicKeySha256, Instant now);

  /**
   * Stores the certificate of a claimed challenge. Of several callers the first wins.
   *
   * @return the certificate that counts
   */
  StoredCertificate complete(String challengeSha256, StoredCertificate issued);

  /** Stores a certificate that was issued without a challenge, to the holder of a current one. */
  void save(StoredCertificate issued);

  Optional<StoredCertificate> find(String sha256);

  /** The answer to a claim. */
  sealed interface Claim {
    /** The caller may issue. */
    record Granted(ChallengeBinding binding) implements Claim {}

    /** It was issued already; this is what the same request got. */
    record Repeated(StoredCertificate certificate) implements Claim {}

    /** Nothing may be issued. */
    record Refused(Reason reason) implements Claim {}

    /** Why a claim is refused. */
    enum Reason {
      UNKNOWN,
      EXPIRED,
      USED
    }
  }
}
