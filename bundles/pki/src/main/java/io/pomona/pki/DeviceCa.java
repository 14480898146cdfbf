package io.pomona.pki;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.DeviceAuthorities;
import java.util.List;
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

  @Activate
  public DeviceCa(@Reference DeviceKeyRing ring) {
    this.ring = ring;
    try {
      ring.trusted();
    } catch (RuntimeException e) {
      LOG.warn("There is no device CA yet, tried again at the first use: {}", e.getMessage());
    }
  }

  @Override
  public byte[] issue(CertificateOrder order) {
    return ring.active().issue(order);
  }

  @Override
  public List<byte[]> chain() {
    return ring.active().issuer().chain();
  }

  @Override
  public String name() {
    return ring.active().name();
  }

  @Override
  public List<AuthorityInfo> list() {
    return ring.trusted().stream().map(DeviceCa::info).toList();
  }

  @Override
  public List<byte[]> trusted() {
    return ring.trusted().stream().map(authority -> authority.issuer().chain().get(0)).toList();
  }

  @Override
  public AuthorityInfo roll(Actor actor) {
    return info(ring.roll(ActivityDraft.of(actor, "rolled_device_ca")));
  }

  private static AuthorityInfo info(DeviceAuthority authority) {
    return new AuthorityInfo(
        authority.sha256(),
        authority.issuer().certificate().getSubject().toString(),
        authority.issuer().notAfter(),
        authority.active());
  }
}
