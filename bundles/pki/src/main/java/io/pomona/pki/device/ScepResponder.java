package io.pomona.pki.device;

import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.pki.DeviceAuthority;
import io.pomona.pki.DeviceKeyRing;
import io.pomona.protocol.digest.Sha256;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of PKIOperation, in their order: signature, message type, envelope, the request's own
 * signature, challenge or current identity, and only then a certificate.
 */
final class ScepResponder {
  private static final Logger LOG = LoggerFactory.getLogger(ScepResponder.class);

  private final DeviceKeyRing ring;
  private final CertificateAuthority authority;
  private final IdentityIssue identities;
  private final IdentityRenewal renewals;
  private final RecentIdentities recent;
  private final Clock clock;

  ScepResponder(
      DeviceKeyRing ring,
      CertificateAuthority authority,
      IdentityIssue identities,
      IdentityRenewal renewals,
      Clock clock) {
    this.ring = ring;
    this.authority = authority;
    this.identities = identities;
    this.renewals = renewals;
    this.recent = new RecentIdentities(clock);
    this.clock = clock;
  }

  byte[] answer(byte[] message) {
    ScepRequest request = ScepRequest.parse(message);
    try {
      request.requireSignature();
      ScepMessageType type = request.type();
      ScepEnvelope envelope = ScepEnvelope.open(request.content(), ring);
      return success(request, type, envelope);
    } catch (ScepRefusal e) {
      LOG.info("Refused the SCEP request {}: {}", request.transactionId(), e.getMessage());
      LOG.debug("The cause", e);
      return new ScepReply(request, ring.active(), clock.instant()).failure(e.info());
    }
  }

  private byte[] success(ScepRequest request, ScepMessageType type, ScepEnvelope envelope) {
    StoredCertificate certificate =
        switch (type) {
          case PKCS_REQ -> enroll(request, envelope);
          case RENEWAL_REQ -> renewals.renew(request, CertificateRequest.parse(envelope.content()));
          case GET_CERT_INITIAL -> recent.require(request);
        };
    recent.add(request, certificate);
    List<byte[]> certificates = new ArrayList<>(List.of(certificate.der()));
    certificates.addAll(chain(certificate));
    return new ScepReply(request, envelope.recipient(), clock.instant())
        .success(envelope.cipher(), certificates);
  }

  private StoredCertificate enroll(ScepRequest request, ScepEnvelope envelope) {
    CertificateRequest wanted = CertificateRequest.parse(envelope.content());
    String challenge =
        wanted
            .challenge()
            .or(request::challenge)
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () -> new ScepRefusal(ScepRefusal.FailInfo.BAD_REQUEST, "it brings no challenge"));
    String sha256 = Sha256.hex(challenge);
    return identities.settle(
        identities.claim(sha256, request, wanted), sha256, wanted, envelope.recipient());
  }

  private List<byte[]> chain(StoredCertificate certificate) {
    return ring.trusted().stream()
        .filter(each -> each.sha256().equals(certificate.issuerSha256()))
        .map(DeviceAuthority::issuer)
        .findFirst()
        .map(issuer -> issuer.chain())
        .orElseGet(authority::chain);
  }
}
