package io.pomona.store.pki;

import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Optional;

/** A device certificate that was issued here. */
@Entity(name = "Certificate")
@Table(name = "pki_certificate")
public class CertificateEntity {
  @Id private String sha256;
  @Lob private byte[] der;

  @Column(name = "issuer_sha256")
  private String issuerSha256;

  @Column(name = "not_before")
  private long notBefore;

  @Column(name = "not_after")
  private long notAfter;

  private String purpose;
  private String udid;

  @Column(name = "serial_number")
  private String serialNumber;

  private String person;

  static CertificateEntity of(StoredCertificate issued) {
    CertificateEntity entity = new CertificateEntity();
    entity.sha256 = issued.sha256();
    entity.der = issued.der();
    entity.issuerSha256 = issued.issuerSha256();
    entity.notBefore = Micros.of(issued.notBefore());
    entity.notAfter = Micros.of(issued.notAfter());
    entity.purpose = issued.binding().purpose().name();
    entity.udid = issued.binding().udid().map(Text::storable).orElse(null);
    entity.serialNumber = issued.binding().serialNumber().map(Text::storable).orElse(null);
    entity.person = issued.binding().person().map(Text::storable).orElse(null);
    return entity;
  }

  StoredCertificate toCertificate() {
    return new StoredCertificate(
        sha256,
        der,
        issuerSha256,
        Micros.instant(notBefore),
        Micros.instant(notAfter),
        new ChallengeBinding(
            ChallengePurpose.valueOf(purpose),
            Optional.ofNullable(udid),
            Optional.ofNullable(serialNumber),
            Optional.ofNullable(person)));
  }
}
