package io.pomona.escrow.rest;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.filevault.CertificateFacts;
import io.pomona.escrow.filevault.EscrowCertificates;
import io.pomona.escrow.filevault.EscrowCertificates.Load;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The certificates that Macs encrypt recovery keys for, without their keys. */
@Component(service = AdminResource.class)
@Path("disk_encryption/certificates")
@Produces(MediaType.APPLICATION_JSON)
public final class EscrowCertificateResource implements AdminResource {
  private final EscrowCertificates certificates;
  private final Access access;

  @Activate
  public EscrowCertificateResource(
      @Reference EscrowCertificates certificates, @Reference Access access) {
    this.certificates = certificates;
    this.access = access;
  }

  /**
   * One of them.
   *
   * @param current whether Macs get it
   * @param retiredAt null while they do
   * @param keys how many recovery keys that open were encrypted for it
   * @param keysToReseal how many are to be sealed anew since a newer one is there
   */
  public record CertificateView(
      long id,
      String serialNumber,
      boolean current,
      Instant createdAt,
      Instant notAfter,
      Instant retiredAt,
      long keys,
      long keysToReseal) {
    static CertificateView of(Load load) {
      EscrowCertificate certificate = load.certificate();
      CertificateFacts facts = CertificateFacts.of(certificate.certificate());
      return new CertificateView(
          certificate.id().value(),
          facts.serialNumber(),
          certificate.retiredAt().isEmpty(),
          certificate.createdAt(),
          facts.notAfter(),
          certificate.retiredAt().orElse(null),
          load.keys(),
          load.keysToReseal());
    }
  }

  /** Newest first. */
  public record CertificatesAnswer(List<CertificateView> certificates) {}

  @GET
  @Requires(Permission.EDIT_ESCROW)
  public CertificatesAnswer list(@Context Actor actor) {
    access.require(actor, Permission.EDIT_ESCROW, Optional.empty());
    return new CertificatesAnswer(certificates.loads().stream().map(CertificateView::of).toList());
  }

  @POST
  @Requires(Permission.EDIT_ESCROW)
  public CertificateView roll(@Context Actor actor) {
    access.require(actor, Permission.EDIT_ESCROW, Optional.empty());
    return CertificateView.of(new Load(certificates.roll(actor), 0, 0));
  }
}
