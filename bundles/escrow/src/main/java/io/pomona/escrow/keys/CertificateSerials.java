package io.pomona.escrow.keys;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.escrow.filevault.CertificateFacts;
import java.util.Map;
import java.util.stream.Collectors;

/** The serial numbers of escrow certificates, as people know them. */
public final class CertificateSerials {
  private CertificateSerials() {}

  public static Map<EscrowCertificateId, String> of(EscrowCertificateStore certificates) {
    return certificates.list().stream()
        .collect(
            Collectors.toMap(
                EscrowCertificate::id,
                each -> CertificateFacts.of(each.certificate()).serialNumber()));
  }
}
