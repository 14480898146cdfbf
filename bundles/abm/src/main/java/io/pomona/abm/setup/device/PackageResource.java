package io.pomona.abm.setup.device;

import io.pomona.abm.setup.PackageAnswers;
import io.pomona.api.rest.DeviceResource;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where Macs fetch their bootstrap package. */
@Component
@Path("apple/bootstrap")
public final class PackageResource implements DeviceResource {
  private final PackageAnswers packages;

  @Activate
  public PackageResource(@Reference PackageAnswers packages) {
    this.packages = packages;
  }

  @GET
  public Response get(@QueryParam("token") String token, @HeaderParam("Range") String range) {
    return packages.get(token, range);
  }

  @HEAD
  public Response head(@QueryParam("token") String token) {
    return packages.head(token);
  }
}
