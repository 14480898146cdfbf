package io.pomona.enrollment.device;

import io.pomona.api.rest.DeviceResource;
import io.pomona.enrollment.CheckIn;
import io.pomona.enrollment.CheckInAnswer;
import io.pomona.enrollment.EnrollmentConfig;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where Macs check in. Commands are fetched at the same address with another media type. */
@Component(configurationPid = EnrollmentConfig.PID)
@Path("apple/mdm")
public final class CheckInResource implements DeviceResource {
  private final CheckIn checkIn;
  private final ServletEvidence evidence;

  @Activate
  public CheckInResource(@Reference CheckIn checkIn, EnrollmentConfig config) {
    this.checkIn = checkIn;
    this.evidence = new ServletEvidence(config.proxy_header());
  }

  @PUT
  @Consumes("application/x-apple-aspen-mdm-checkin")
  public Response receive(@Context HttpServletRequest request, byte[] body) {
    byte[] read = Optional.ofNullable(body).orElse(new byte[0]);
    CheckInAnswer answer = checkIn.receive(evidence.of(request, read));
    Response.ResponseBuilder response = Response.status(answer.status());
    if (answer.body().length > 0) {
      response.type(answer.mediaType()).entity(answer.body());
    }
    return response.build();
  }
}
