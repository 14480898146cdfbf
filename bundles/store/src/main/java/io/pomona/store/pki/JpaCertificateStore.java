package io.pomona.store.pki;

import io.pomona.api.MdmException;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Challenges and certificates. Whoever claims or completes a challenge holds the lock of its row.
 */
@Component
public final class JpaCertificateStore implements CertificateStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JpaCertificateStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public void saveChallenge(
      String challengeSha256, ChallengeBinding binding, Instant now, Instant expires) {
    transactions.in(
        work -> {
          work.entities().persist(ChallengeEntity.of(challengeSha256, binding, now, expires));
          return null;
        });
  }

  @Override
  public Claim claim(
      String challengeSha256, String transactionId, String publicKeySha256, Instant now) {
    return transactions.in(
        work ->
            locked(work, challengeSha256)
                .map(row -> claim(work, row, transactionId, publicKeySha256, now))
                .orElseGet(() -> new Claim.Refused(Claim.Reason.UNKNOWN)));
  }

  private static Claim claim(
      Work work, ChallengeEntity row, String transactionId, String publicKey, Instant now) {
    if (row.isSettled() || row.isClaimed() && !row.isClaimedBy(transactionId, publicKey)) {
      return new Claim.Refused(Claim.Reason.USED);
    }
    if (!row.isClaimed() && row.isOver(now)) {
      return new Claim.Refused(Claim.Reason.EXPIRED);
    }
    row.claim(transactionId, publicKey);
    return issued(work, row)
        .<Claim>map(Claim.Repeated::new)
        .orElseGet(() -> new Claim.Granted(row.binding()));
  }

  @Override
  public StoredCertificate complete(String challengeSha256, StoredCertificate issued) {
    return hardening.of(
        () ->
            transactions.in(
                work -> {
                  ChallengeEntity row =
                      locked(work, challengeSha256)
                          .filter(ChallengeEntity::isClaimed)
                          .orElseThrow(JpaCertificateStore::notClaimed);
                  return issued(work, row).orElseGet(() -> issue(work, row, issued));
                }));
  }

  private static MdmException notClaimed() {
    return MdmException.notFound(
        "pki.challenge_not_claimed", "The challenge was not claimed; claim it first.");
  }

  private static StoredCertificate issue(Work work, ChallengeEntity row, StoredCertificate issued) {
    row.issued(issued.sha256());
    work.entities().persist(CertificateEntity.of(issued));
    return issued;
  }

  private static Optional<ChallengeEntity> locked(Work work, String challengeSha256) {
    return Optional.ofNullable(
        work.entities()
            .find(ChallengeEntity.class, challengeSha256, LockModeType.PESSIMISTIC_WRITE));
  }

  private static Optional<StoredCertificate> issued(Work work, ChallengeEntity row) {
    return row.certificate()
        .flatMap(sha256 -> work.find(CertificateEntity.class, sha256))
        .map(CertificateEntity::toCertificate);
  }

  @Override
  public void save(StoredCertificate issued) {
    hardening.of(
        () ->
            transactions.in(
                work -> {
                  if (work.find(CertificateEntity.class, issued.sha256()).isEmpty()) {
                    work.entities().persist(CertificateEntity.of(issued));
                  }
                  return null;
                }));
  }

  @Override
  public Optional<StoredCertificate> find(String sha256) {
    return transactions.in(
        work -> work.find(CertificateEntity.class, sha256).map(CertificateEntity::toCertificate));
  }
}
