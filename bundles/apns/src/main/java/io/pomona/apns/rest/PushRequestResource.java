package io.pomona.apns.rest;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.apns.Mdmcert;
import io.pomona.apns.RequestDesk;
import io.pomona.apns.VendorDesk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for a push certificate, and the signature of a vendor that Apple wants on them. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PushRequestResource implements AdminResource {
  private final RequestDesk requests;
  private final VendorDesk vendor;
  private final Mdmcert mdmcert;
  private final Access access;

  @Activate
  public PushRequestResource(
      @Reference RequestDesk requests,
      @Reference VendorDesk vendor,
      @Reference Mdmcert mdmcert,
      @Reference Access access) {
    this.requests = requests;
    this.vendor = vendor;
    this.mdmcert = mdmcert;
    this.access = access;
  }

  /** Who asks for a certificate. */
  public record WhoAsks(String emailAddress, String organization) {}

  /** What mdmcert.download mailed: hexadecimal digits. */
  public record MdmcertAnswer(String answer) {}

  /** The file for identity.apple.com/pushcert, in base64. */
  public record PortalFile(String csr) {}

  /**
   * A request as 2023's clients write it to three files. Keys never leave the server: where they
   * were, there is what goes on to Apple, and a sentence.
   *
   * @param warning that an older request was dropped; empty text when none was
   */
  public record EarlyRequest(
      RequestView request,
      String csr,
      String apnsKey,
      String scepCert,
      String scepKey,
      String warning) {}

  /** Those that wait for a certificate, newest first. */
  public record Waiting(List<RequestView> requests) {}

  @POST
  @Path("mdm/apple/request_csr")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public EarlyRequest request(@Context Actor actor, WhoAsks who) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (who == null || who.emailAddress() == null || who.organization() == null) {
      throw MdmException.invalid(
          "apns.missing", "email_address", "Send email_address and organization.");
    }
    RequestDesk.Created created = requests.create(actor, who.emailAddress(), who.organization());
    RequestView view = view(created.request());
    String next = view.csr().orElseGet(() -> base64(view.request()));
    String kept = base64("The server keeps this key and hands it out to nobody.\n");
    return new EarlyRequest(view, view.csr().orElse(""), next, kept, kept, created.warning());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private RequestView view(PushRequest request) {
    return RequestView.of(request, vendor.attempt(request), mdmcert.isOpen());
  }

  @GET
  @Path("mdm/apple/request_csr")
  @Requires(Permission.VIEW_APNS)
  public PortalFile file(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return new PortalFile(Base64.getEncoder().encodeToString(vendor.file(requests.newest())));
  }

  @GET
  @Path("apns/request")
  @Requires(Permission.VIEW_APNS)
  public RequestView show(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return view(requests.newest());
  }

  @GET
  @Path("apns/requests")
  @Requires(Permission.VIEW_APNS)
  public Waiting list(@Context Actor actor) {
    access.require(actor, Permission.VIEW_APNS, Optional.empty());
    return new Waiting(requests.all().stream().map(this::view).toList());
  }

  @POST
  @Path("apns/mdmcert")
  @Requires(Permission.EDIT_APNS)
  public RequestView send(@Context Actor actor) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    mdmcert.send(actor, requests.newest());
    return view(requests.newest());
  }

  @PUT
  @Path("apns/mdmcert")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_APNS)
  public RequestView open(@Context Actor actor, MdmcertAnswer answer) {
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (answer == null || answer.answer() == null) {
      throw MdmException.invalid(
          "apns.missing", "answer", "Send the text of the file that mdmcert.download mailed.");
    }
    mdmcert.open(actor, answer.answer());
    return view(requests.newest());
  }
}
