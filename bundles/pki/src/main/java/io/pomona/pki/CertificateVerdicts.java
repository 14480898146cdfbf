package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.signature.MalformedSignatureException;
import io.pomona.protocol.signature.MdmSignature;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what was found out about a device certificate, so that a poll costs one RSA operation. A
 * verdict falls with the certificate's end and with the trust in its issuer.
 */
@Component
public final class CertificateVerdicts implements DeviceSignatures {
  private static final int MOST = 300_000;

  private final DeviceKeyRing ring;
  private final Clock clock;
  private final Map<VerdictKey, Verdict> verdicts = new ConcurrentHashMap<>();

  @Activate
  public CertificateVerdicts(@Reference DeviceKeyRing ring) {
    this(ring, Clock.systemUTC());
  }

  CertificateVerdicts(DeviceKeyRing ring, Clock clock) {
    this.ring = ring;
    this.clock = clock;
  }

  @Override
  public VerifiedCertificate verify(String mdmSignature, byte[] body) {
    MdmSignature signature = parse(mdmSignature);
    String sha256 = signature.certificateSha256();
    Verdict verdict = verdict(sha256, signature::certificate);
    if (!signature.verify(verdict.key(), body)) {
      throw invalid("pki.signature_invalid", "The Mdm-Signature is not one of this body.");
    }
    return new VerifiedCertificate(sha256, verdict.notAfter());
  }

  @Override
  public VerifiedCertificate check(byte[] certificate) {
    String sha256 = Sha256.hex(certificate);
    return new VerifiedCertificate(sha256, verdict(sha256, () -> certificate).notAfter());
  }

  private static MdmSignature parse(String header) {
    try {
      return MdmSignature.parse(header);
    } catch (MalformedSignatureException e) {
      throw MdmException.malformed("pki.signature_malformed", e.getMessage()).causedBy(e);
    }
  }

  private Verdict verdict(String sha256, Supplier<byte[]> certificate) {
    Instant now = clock.instant();
    VerdictKey key = VerdictKey.of(sha256);
    Verdict known = verdicts.get(key);
    if (known != null && known.isValid(now) && ring.trusts(known.issuerSha256())) {
      return known;
    }
    verdicts.remove(key);
    Verdict found = requireValid(examine(certificate.get()), now);
    if (verdicts.size() >= MOST) {
      verdicts.clear();
    }
    verdicts.put(key, found);
    return found;
  }

  private Verdict examine(byte[] der) {
    X509CertificateHolder certificate = Issuer.parse(der);
    DeviceAuthority issuer =
        ring.issuerOf(certificate)
            .orElseThrow(
                () ->
                    invalid(
                        "pki.foreign_certificate",
                        "The certificate was not issued by a device CA of this server."));
    return Verdict.of(certificate, issuer.sha256());
  }

  private static Verdict requireValid(Verdict verdict, Instant now) {
    if (verdict.hasEnded(now)) {
      throw invalid("pki.certificate_expired", "The certificate has expired: enroll again.");
    }
    if (!verdict.isValid(now)) {
      throw invalid("pki.certificate_not_yet_valid", "The certificate is not valid yet.");
    }
    return verdict;
  }

  private static MdmException invalid(String code, String message) {
    return new MdmException(MdmException.Kind.INVALID, code, message);
  }
}
