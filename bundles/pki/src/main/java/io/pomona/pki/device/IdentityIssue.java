package io.pomona.pki.device;

import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.CertificateStore.Claim;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.pki.DeviceAuthority;
import io.pomona.pki.DeviceKeyRing;
import io.pomona.protocol.digest.Sha256;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues a Mac's identity against a claim: reserved first, then signed, then stored. */
final class IdentityIssue {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityIssue.class);
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private final CertificateAuthority authority;
  private final CertificateStore store;
  private final DeviceKeyRing ring;
  private final Duration life;
  private final Clock clock;

  IdentityIssue(
      CertificateAuthority authority,
      CertificateStore store,
      DeviceKeyRing ring,
      Duration life,
      Clock clock) {
    this.authority = authority;
    this.store = store;
    this.ring = ring;
    this.life = life;
    this.clock = clock;
  }

  Claim claim(String challengeSha256, ScepRequest request, CertificateRequest wanted) {
    return store.claim(
        challengeSha256, request.transactionId(), wanted.publicKeySha256(), clock.instant());
  }

  StoredCertificate settle(Claim claim, String challengeSha256, CertificateRequest wanted) {
    return settle(claim, challengeSha256, wanted, ring.active());
  }

  /**
   * @param asked the device CA that the request was encrypted to
   */
  StoredCertificate settle(
      Claim claim, String challengeSha256, CertificateRequest wanted, DeviceAuthority asked) {
    if (claim instanceof Claim.Repeated repeated) {
      return repeated.certificate();
    }
    if (claim instanceof Claim.Granted granted) {
      StoredCertificate issued = issue(wanted.publicKey(), granted.binding(), asked);
      return store.complete(challengeSha256, issued);
    }
    Claim.Reason reason = ((Claim.Refused) claim).reason();
    throw new ScepRefusal(
        ScepRefusal.FailInfo.BAD_REQUEST,
        switch (reason) {
          case UNKNOWN -> "its challenge is unknown";
          case EXPIRED -> "its challenge has expired, get a new enrollment profile";
          case USED -> "its challenge was used already, get a new enrollment profile";
        });
  }

  // A former CA serves who knows no other; the Mac is renewed under the present one soon.
  private StoredCertificate issue(
      byte[] publicKey, ChallengeBinding binding, DeviceAuthority asked) {
    Instant now = clock.instant();
    CertificateOrder order =
        new CertificateOrder(publicKey, commonName(binding), now.minus(BACKDATED), now.plus(life));
    byte[] der = asked.active() ? authority.issue(order) : asked.issue(order);
    X509CertificateHolder certificate = holder(der);
    LOG.info("Issued a device certificate, serial number {}", certificate.getSerialNumber());
    return new StoredCertificate(
        Sha256.hex(der),
        der,
        issuerOf(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        binding);
  }

  // Asked of the certificate, since the active CA may have changed in between.
  private String issuerOf(X509CertificateHolder certificate) {
    return ring.issuerOf(certificate)
        .map(DeviceAuthority::sha256)
        .orElseGet(() -> Sha256.hex(authority.chain().get(0)));
  }

  private static String commonName(ChallengeBinding binding) {
    return binding.udid().or(binding::serialNumber).orElse("MDM identity");
  }

  private static X509CertificateHolder holder(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException e) {
      throw new IllegalStateException("The certificate authority did not issue a certificate.", e);
    }
  }
}
