package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.api.pki.ProfileSigner;
import io.pomona.api.pki.ScepChallenges;
import io.pomona.api.pki.ServerTls;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.StoreSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A PKI without cryptography: a certificate is its hash, a signature is the hash of the signer's
 * certificate, and SCEP is a method call.
 */
final class FakePki
    implements CertificateAuthority, ScepChallenges, DeviceSignatures, ProfileSigner, ServerTls {
  static final Duration LIFE = Duration.ofDays(365);

  private final CertificateStore certificates;
  private final KeyMaterialStore keys;
  private final Clock clock;
  Duration life = LIFE;
  private String authority = "ca-0";
  private long last;

  FakePki(StoreSet stores, Clock clock) {
    this.certificates = stores.certificates();
    this.keys = stores.keyMaterial();
    this.clock = clock;
    keys.createFirst(material(authority));
  }

  void rollAuthority() {
    authority = "ca-" + ++last;
    keys.roll(material(authority));
  }

  private KeyMaterial material(String id) {
    Instant now = clock.instant();
    return new KeyMaterial(
        id, "device-ca", new byte[0], List.of(), now, now.plus(LIFE.multipliedBy(10)), true);
  }

  @Override
  public Secret issue(ChallengeBinding binding, Duration life) {
    String challenge = "challenge-" + ++last;
    Instant now = clock.instant();
    certificates.saveChallenge(Fixtures.hash(challenge), binding, now, now.plus(life));
    return Secret.of(challenge);
  }

  /** Empty when the challenge is refused. */
  Optional<String> scep(String challenge) {
    String request = "request-" + ++last;
    CertificateStore.Claim claim =
        certificates.claim(Fixtures.hash(challenge), request, request, clock.instant());
    if (!(claim instanceof CertificateStore.Claim.Granted granted)) {
      return Optional.empty();
    }
    return Optional.of(
        certificates
            .complete(Fixtures.hash(challenge), certificate(request, granted.binding()))
            .sha256());
  }

  private StoredCertificate certificate(String name, ChallengeBinding binding) {
    Instant now = clock.instant();
    byte[] der = name.getBytes(StandardCharsets.UTF_8);
    return new StoredCertificate(Fixtures.hash(name), der, authority, now, now.plus(life), binding);
  }

  @Override
  public VerifiedCertificate verify(String mdmSignature, byte[] body) {
    return check(mdmSignature.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public VerifiedCertificate check(byte[] certificate) {
    String sha256 = new String(certificate, StandardCharsets.UTF_8);
    return certificates
        .find(sha256)
        .filter(found -> found.notAfter().isAfter(clock.instant()))
        .map(found -> new VerifiedCertificate(sha256, found.notAfter()))
        .orElseThrow(
            () -> MdmException.invalid("pki.wrong_signature", "Mdm-Signature", "Not ours."));
  }

  @Override
  public byte[] issue(CertificateOrder order) {
    return order.publicKey();
  }

  @Override
  public List<byte[]> chain() {
    return List.of(authority.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "pomona";
  }

  @Override
  public byte[] sign(byte[] mobileconfig) {
    return mobileconfig;
  }

  @Override
  public TlsKeyStore keyStore(List<String> hosts) {
    return new TlsKeyStore(new byte[0], Secret.of(""));
  }

  @Override
  public List<byte[]> roots() {
    return List.of("root".getBytes(StandardCharsets.UTF_8));
  }
}
