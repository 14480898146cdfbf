package io.pomona.abm.rest;

import io.pomona.abm.admission.Admissions;
import io.pomona.api.MdmException;
import io.pomona.api.abm.Admission;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letting a Mac in that was refused. */
@Component
@Path("mdm/apple/admissions")
@Produces(MediaType.APPLICATION_JSON)
public final class AdmissionResource implements AdminResource {
  private final Admissions admissions;

  @Activate
  public AdmissionResource(@Reference Admissions admissions) {
    this.admissions = admissions;
  }

  /**
   * @param hours empty for a day
   */
  public record AdmissionRequest(String serialNumber, Integer hours) {}

  /** Until when the Mac may come. */
  public record AdmissionAnswer(String serialNumber, Instant expiresAt) {}

  /**
   * @param udid the Mac that has come with it; null while none has
   */
  public record AdmissionView(
      String serialNumber, String admittedBy, Instant expiresAt, String udid) {
    static AdmissionView of(Admission admission) {
      return new AdmissionView(
          admission.serialNumber(),
          admission.by(),
          admission.expires(),
          admission.udid().orElse(null));
    }
  }

  public record AdmissionsAnswer(List<AdmissionView> admissions) {}

  @GET
  @Requires(Permission.ENROLL_HOSTS)
  public AdmissionsAnswer list(@Context Actor actor) {
    return new AdmissionsAnswer(admissions.list(actor).stream().map(AdmissionView::of).toList());
  }

  @DELETE
  @Path("{serial_number}")
  @Requires(Permission.ENROLL_HOSTS)
  public void withdraw(@Context Actor actor, @PathParam("serial_number") String serialNumber) {
    admissions.withdraw(actor, serialNumber);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.ENROLL_HOSTS)
  public AdmissionAnswer grant(@Context Actor actor, AdmissionRequest request) {
    if (request == null || request.serialNumber() == null) {
      throw MdmException.malformed(
          "abm.malformed_admission", "Send {\"serial_number\": …, \"hours\": …}.");
    }
    int hours = Optional.ofNullable(request.hours()).orElse(Admissions.USUAL_HOURS);
    Admission granted = admissions.grant(actor, request.serialNumber().strip(), hours);
    return new AdmissionAnswer(granted.serialNumber(), granted.expires());
  }
}
