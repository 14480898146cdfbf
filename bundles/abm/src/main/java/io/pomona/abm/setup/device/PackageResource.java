package io.pomona.abm.setup.device;

import io.pomona.abm.setup.PackageDownloads;
import io.pomona.api.rest.DeviceResource;
import io.pomona.api.rest.Download;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where Macs fetch their bootstrap package. */
@Component
@Path("apple/bootstrap")
public final class PackageResource implements DeviceResource {
  private final PackageDownloads packages;

  @Activate
  public PackageResource(@Reference PackageDownloads packages) {
    this.packages = packages;
  }

  @GET
  public Download get(@QueryParam("token") String token) {
    return packages.download(token);
  }
}
