package io.pomona.store.pki;

import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A one-time challenge, known by its hash, and who has claimed it. */
@Entity(name = "Challenge")
@Table(name = "pki_challenge")
public class ChallengeEntity {
  @Id
  @Column(name = "challenge_sha256")
  private String challengeSha256;

  private String purpose;
  private String udid;

  @Column(name = "serial_number")
  private String serialNumber;

  private String person;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "public_key_sha256")
  private String publicKeySha256;

  @Column(name = "certificate_sha256")
  private String certificateSha256;

  private boolean settled;

  static ChallengeEntity of(
      String challengeSha256, ChallengeBinding binding, Instant now, Instant expires) {
    ChallengeEntity entity = new ChallengeEntity();
    entity.challengeSha256 = challengeSha256;
    entity.purpose = binding.purpose().name();
    entity.udid = binding.udid().map(Text::storable).orElse(null);
    entity.serialNumber = binding.serialNumber().map(Text::storable).orElse(null);
    entity.person = binding.person().map(Text::storable).orElse(null);
    entity.createdAt = Micros.of(now);
    entity.expiresAt = Micros.of(expires);
    return entity;
  }

  ChallengeBinding binding() {
    return new ChallengeBinding(
        ChallengePurpose.valueOf(purpose),
        Optional.ofNullable(udid),
        Optional.ofNullable(serialNumber),
        Optional.ofNullable(person));
  }

  boolean isClaimed() {
    return transactionId != null;
  }

  boolean isClaimedBy(String transaction, String publicKey) {
    return transaction.equals(transactionId) && publicKey.equals(publicKeySha256);
  }

  boolean isSettled() {
    return settled;
  }

  boolean isOver(Instant now) {
    return expiresAt <= Micros.of(now);
  }

  Optional<String> certificate() {
    return Optional.ofNullable(certificateSha256);
  }

  void claim(String transaction, String publicKey) {
    transactionId = transaction;
    publicKeySha256 = publicKey;
  }

  void issued(String certificate) {
    certificateSha256 = certificate;
  }
}
