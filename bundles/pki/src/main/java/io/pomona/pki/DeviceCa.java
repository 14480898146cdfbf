package io.pomona.pki;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.DeviceAuthorities;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pomona's own device CA. */
@Component(service = {CertificateAuthority.class, DeviceAuthorities.class})
public final class DeviceCa implements CertificateAuthority, DeviceAuthorities {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceCa.class);

  private final DeviceKeyRing ring;
  private final ActivityStore activities;
  private final Clock clock;

  @Activate
  public DeviceCa(@Reference DeviceKeyRing ring, @Reference ActivityStore activities) {
    this(ring, activities, Clock.systemUTC());
    try {
      ring.trusted();
    } catch (RuntimeException e) {
      LOG.warn("There is no device CA yet, tried again at the first use: {}", e.getMessage());
    }
  }

  DeviceCa(DeviceKeyRing ring, ActivityStore activities, Clock clock) {
    this.ring = ring;
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  public byte[] issue(CertificateOrder order) {
    RsaKey.publicKey(order.publicKey(), RsaKey.STRONG);
    Issuer issuer = ring.active().issuer();
    return Issuer.der(
        new CertificateDraft(
                order.commonName(),
                order.publicKey(),
                order.notBefore(),
                issuer.limit(order.notAfter()))
            .endEntity(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
            .purpose(KeyPurposeId.id_kp_clientAuth)
            .signedBy(issuer.certificate(), issuer.key()));
  }

  @Override
  public List<byte[]> chain() {
    return ring.active().issuer().chain();
  }

  @Override
  public String name() {
    return "pomona";
  }

  @Override
  public List<AuthorityInfo> list() {
    return ring.trusted().stream().map(DeviceCa::info).toList();
  }

  @Override
  public List<byte[]> trusted() {
    return ring.trusted().stream().map(authority -> authority.issuer().chain().get(0)).toList();
  }

  // The activity first: when it cannot be written, nothing is rolled.
  @Override
  public AuthorityInfo roll(Actor actor) {
    activities.append(ActivityDraft.of(actor, "rolled_device_ca"), clock.instant());
    return info(ring.roll());
  }

  private static AuthorityInfo info(DeviceAuthority authority) {
    return new AuthorityInfo(
        authority.sha256(),
        authority.issuer().certificate().getSubject().toString(),
        authority.issuer().notAfter(),
        authority.active());
  }
}
