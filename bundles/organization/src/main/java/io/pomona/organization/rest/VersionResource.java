package io.pomona.organization.rest;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.organization.ProductVersion;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Which version answers. */
@Component
@Path("version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource implements AdminResource {
  @Activate
  public VersionResource() {}

  /** The reference's fields; clients look for at least one of them. */
  public record VersionView(
      String version,
      String branch,
      String revision,
      String goVersion,
      String buildDate,
      String buildUser) {}

  @GET
  @Anonymous
  public VersionView version() {
    return new VersionView(ProductVersion.current(), "", "", "", "", "");
  }
}
