package io.pomona.apns.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.UploadedFile;
import io.pomona.apns.CertificateDesk;
import io.pomona.apns.LoadTerms;
import io.pomona.apns.PushCertificateView;
import io.pomona.apns.RequestDesk;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The push certificate: what is in use, loading another, turning MDM off. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PushCertificateResource implements AdminResource {
  private final CertificateDesk certificates;
  private final RequestDesk requests;
  private final Access access;

  @Activate
  public PushCertificateResource(
      @Reference CertificateDesk certificates,
      @Reference RequestDesk requests,
      @Reference Access access) {
    this.certificates = certificates;
    this.requests = requests;
    this.access = access;
  }

  /** What is noted; empty text forgets it. */
  public record AppleIdRequest(String appleId) {}

  @GET
  @Path("apns")
  @Requires(Permission.VIEW_APNS)
  public PushCertificateView show(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return certificates.view();
  }

  @GET
  @Path("mdm/apple")
  @Requires(Permission.VIEW_APNS)
  public PushCertificateView showAsBefore(@Context Actor actor) {
    return show(actor);
  }

  @PUT
  @Path("apns")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public PushCertificateView load(@Context Actor actor, PushPairRequest request) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (request == null) {
      throw missing("Send the certificate in PEM, or a PKCS#12 file.");
    }
    return certificates.load(actor, request.material(), request.terms());
  }

  private static MdmException missing(String sentence) {
    return MdmException.invalid("apns.missing", "certificate", sentence);
  }

  @PATCH
  @Path("apns")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public PushCertificateView edit(@Context Actor actor, AppleIdRequest request) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (request == null || request.appleId() == null) {
      throw MdmException.invalid("apns.missing", "apple_id", "Send the Apple ID to note.");
    }
    return certificates.noteAppleId(actor, Optional.of(request.appleId()));
  }

  /** The certificate that Apple issued for a request of this server. */
  @POST
  @Path("mdm/apple/apns_certificate")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_APNS)
  public PushCertificateView upload(@Context Actor actor, MultipartForm form) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    UploadedFile file =
        form.file("certificate")
            .orElseThrow(
                () -> missing("Send the certificate from identity.apple.com as certificate."));
    LoadTerms terms =
        new LoadTerms(
            form.field("apple_id"),
            form.field("force").filter("true"::equals).isPresent(),
            form.field("topic"));
    return requests.accept(actor, file.content(), terms);
  }

  @DELETE
  @Path("mdm/apple/apns_certificate")
  @Requires(Permission.EDIT_APNS)
  public void turnOff(@Context Actor actor, @QueryParam("force") boolean force) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    certificates.turnOff(actor, force);
  }
}
