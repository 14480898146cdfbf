package io.pomona.apns.rest;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The push certificate: what is in use, and loading another. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PushCertificateResource implements AdminResource {
  private final PushCertificates certificates;
  private final Access access;

  @Activate
  public PushCertificateResource(
      @Reference PushCertificates certificates, @Reference Access access) {
    this.certificates = certificates;
    this.access = access;
  }

  /** What is shown of the certificate, in the reference's names. */
  public record PushCertificateAnswer(
      String commonName, String serialNumber, String issuer, Instant renewDate, String topic) {
    static PushCertificateAnswer of(PushCertificateInfo info) {
      return new PushCertificateAnswer(
          info.commonName(), info.serialNumber(), info.issuer(), info.notAfter(), info.topic());
    }
  }

  /** A pair to take in use, both in PEM. */
  public record PushPairRequest(String certificate, String privateKey, boolean force) {
    @Override
    public String toString() {
      return "PushPairRequest[force=" + force + "]";
    }
  }

  @GET
  @Path("apns")
  @Requires(Permission.VIEW_APNS)
  public PushCertificateAnswer show(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return certificates
        .current()
        .map(PushCertificateAnswer::of)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "apns.none",
                    "There is no push certificate, so MDM is off. Load a certificate and its key"
                        + " with PUT /api/v1/apns."));
  }

  @GET
  @Path("mdm/apple")
  @Requires(Permission.VIEW_APNS)
  public PushCertificateAnswer showAsBefore(@Context Actor actor) {
    return show(actor);
  }

  @PUT
  @Path("apns")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public PushCertificateAnswer load(@Context Actor actor, PushPairRequest request) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (request == null || request.certificate() == null) {
      throw MdmException.invalid("apns.missing", "certificate", "Send the certificate in PEM.");
    }
    if (request.privateKey() == null) {
      throw MdmException.invalid("apns.missing", "private_key", "Send the private key in PEM.");
    }
    return PushCertificateAnswer.of(
        certificates.load(
            actor, request.certificate(), Secret.of(request.privateKey()), request.force()));
  }
}
