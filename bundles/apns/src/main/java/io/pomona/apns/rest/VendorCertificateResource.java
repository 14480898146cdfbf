package io.pomona.apns.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.apns.VendorDesk;
import io.pomona.apns.VendorDesk.VendorView;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's own MDM vendor certificate. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class VendorCertificateResource implements AdminResource {
  private final VendorDesk vendor;
  private final Access access;

  @Activate
  public VendorCertificateResource(@Reference VendorDesk vendor, @Reference Access access) {
    this.vendor = vendor;
    this.access = access;
  }

  @GET
  @Path("apns/vendor")
  @Requires(Permission.VIEW_APNS)
  public VendorView show(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return vendor.view().orElseThrow(VendorDesk::none);
  }

  @PUT
  @Path("apns/vendor")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public VendorView load(@Context Actor actor, PushPairRequest request) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (request == null) {
      throw MdmException.invalid(
          "apns.missing", "certificate", "Send the certificate in PEM, or a PKCS#12 file.");
    }
    return vendor.load(actor, request.material());
  }

  @DELETE
  @Path("apns/vendor")
  @Requires(Permission.EDIT_APNS)
  public void delete(@Context Actor actor) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    vendor.delete(actor);
  }
}
