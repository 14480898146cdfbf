package io.pomona.pki.device;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.CertificateStore.Claim;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * RenewalReq: the holder of a Mac's current identity gets the next one for the same Mac. Each new
 * key counts as a challenge of its own, so that a replayed request gets what it got before.
 */
final class IdentityRenewal {
  private final DeviceSignatures signatures;
  private final EnrollmentStore enrollments;
  private final CertificateStore store;
  private final IdentityIssue identities;
  private final Clock clock;

  IdentityRenewal(
      DeviceSignatures signatures,
      EnrollmentStore enrollments,
      CertificateStore store,
      IdentityIssue identities,
      Clock clock) {
    this.signatures = signatures;
    this.enrollments = enrollments;
    this.store = store;
    this.identities = identities;
    this.clock = clock;
  }

  StoredCertificate renew(ScepRequest request, CertificateRequest wanted) {
    VerifiedCertificate signer = verified(request);
    ChallengeBinding binding = ChallengeBinding.renewal(currentHolder(signer.sha256()));
    String challenge = challengeSha256(signer.sha256(), wanted);
    Claim claim = identities.claim(challenge, request, wanted);
    if (claim.equals(new Claim.Refused(Claim.Reason.UNKNOWN))) {
      store.saveChallenge(challenge, binding, clock.instant(), signer.notAfter());
      claim = identities.claim(challenge, request, wanted);
    }
    return identities.settle(claim, challenge, wanted);
  }

  private VerifiedCertificate verified(ScepRequest request) {
    try {
      return signatures.check(request.signer().getEncoded());
    } catch (MdmException | IOException e) {
      throw refused("its signer is not a valid device certificate of this server", e);
    }
  }

  private String currentHolder(String sha256) {
    String udid =
        enrollments
            .binding(sha256)
            .filter(IdentityBinding::current)
            .map(binding -> binding.device().device())
            .orElseThrow(() -> refused("its signer is not the current identity of a Mac", null));
    boolean forAnother =
        store.find(sha256).flatMap(stored -> stored.binding().udid()).stream()
            .anyMatch(other -> !other.equals(udid));
    if (forAnother) {
      throw refused("its signer was issued for another Mac", null);
    }
    return udid;
  }

  private static ScepRefusal refused(String reason, Throwable cause) {
    return new ScepRefusal(ScepRefusal.FailInfo.BAD_CERTIFICATE_ID, reason, cause);
  }

  // Begins with a byte that no UTF-8 text has, so that no challenge a client sends hashes to it.
  private static String challengeSha256(String signerSha256, CertificateRequest wanted) {
    byte[] text =
        ("renewal " + signerSha256 + " " + wanted.publicKeySha256())
            .getBytes(StandardCharsets.US_ASCII);
    return Sha256.hex(ByteBuffer.allocate(text.length + 1).put((byte) 0xFF).put(text).array());
  }
}
