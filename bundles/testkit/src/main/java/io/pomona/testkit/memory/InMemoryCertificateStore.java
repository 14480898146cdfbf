package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.CertificateStore.Claim.Reason;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.testkit.memory.PkiTables.ChallengeRow;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryCertificateStore implements CertificateStore {
  private final World world;

  public InMemoryCertificateStore(World world) {
    this.world = world;
  }

  @Override
  public void saveChallenge(
      String challengeSha256, ChallengeBinding binding, Instant now, Instant expires) {
    synchronized (world) {
      world.pki.challenges.put(challengeSha256, new ChallengeRow(binding, expires));
    }
  }

  @Override
  public Claim claim(
      String challengeSha256, String transactionId, String publicKeySha256, Instant now) {
    synchronized (world) {
      ChallengeRow row = world.pki.challenges.get(challengeSha256);
      if (row == null) {
        return new Claim.Refused(Reason.UNKNOWN);
      }
      Optional<String> claimant = Optional.of(transactionId + "\n" + publicKeySha256);
      if (row.claimedBy.isPresent()) {
        return row.claimedBy.equals(claimant) ? again(row) : new Claim.Refused(Reason.USED);
      }
      if (!row.expires.isAfter(now)) {
        return new Claim.Refused(Reason.EXPIRED);
      }
      row.claimedBy = claimant;
      return new Claim.Granted(row.binding);
    }
  }

  private Claim again(ChallengeRow row) {
    if (row.issued.isEmpty()) {
      return new Claim.Granted(row.binding);
    }
    StoredCertificate issued = row.issued.get();
    return world.bindings.containsKey(issued.sha256())
        ? new Claim.Refused(Reason.USED)
        : new Claim.Repeated(issued);
  }

  @Override
  public StoredCertificate complete(String challengeSha256, StoredCertificate issued) {
    synchronized (world) {
      ChallengeRow row =
          Optional.ofNullable(world.pki.challenges.get(challengeSha256))
              .filter(challenge -> challenge.claimedBy.isPresent())
              .orElseThrow(
                  () ->
                      MdmException.notFound(
                          "pki.challenge_not_claimed", "The challenge was not claimed."));
      if (row.issued.isEmpty()) {
        row.issued = Optional.of(issued);
        world.pki.certificates.put(issued.sha256(), issued);
      }
      return row.issued.get();
    }
  }

  @Override
  public void save(StoredCertificate issued) {
    synchronized (world) {
      world.pki.certificates.put(issued.sha256(), issued);
    }
  }

  @Override
  public Optional<StoredCertificate> find(String sha256) {
    synchronized (world) {
      return world.pki.certificate(sha256);
    }
  }
}
