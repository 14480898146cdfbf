package io.pomona.escrow.filevault;

import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.organization.ExpirySource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The certificate that Macs have; those before it open for ever. */
@Component
public final class EscrowExpiry implements ExpirySource {
  private final EscrowCertificateStore store;

  @Activate
  public EscrowExpiry(@Reference EscrowCertificateStore store) {
    this.store = store;
  }

  @Override
  public List<Expiring> expiring() {
    return store
        .current()
        .map(
            current ->
                new Expiring(
                        "escrow.certificate",
                        "certificate that Macs encrypt recovery keys for",
                        CertificateFacts.of(current.certificate()).notAfter(),
                        "Make a new one under Controls > Disk encryption, or by"
                            + " mdm:escrow-certificate-roll.")
                    .meaning("Macs may refuse to encrypt their recovery keys for it"))
        .stream()
        .toList();
  }
}
