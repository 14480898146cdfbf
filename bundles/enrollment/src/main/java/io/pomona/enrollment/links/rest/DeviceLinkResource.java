package io.pomona.enrollment.links.rest;

import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostNumbers;
import io.pomona.enrollment.links.DeviceLinks;
import io.pomona.enrollment.links.LinkSheet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The links that open the pages of Macs for their users. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceLinkResource implements AdminResource {
  private final HostDirectory directory;
  private final DeviceLinks links;
  private final LinkSheet sheet;

  @Activate
  public DeviceLinkResource(
      @Reference HostDirectory directory,
      @Reference DeviceLinks links,
      @Reference LinkSheet sheet) {
    this.directory = directory;
    this.links = links;
    this.sheet = sheet;
  }

  /**
   * @param usedAt when the page was last opened by it
   */
  public record LinkView(
      String madeBy, Instant madeAt, Instant endsAt, boolean ended, Optional<Instant> usedAt) {}

  /**
   * @param deviceLink null where there is none
   */
  public record LinkAnswer(Optional<LinkView> deviceLink) {}

  /** A new link, shown this once. */
  public record NewLinkAnswer(String url, Instant endsAt) {}

  /** Which hosts. */
  public record LinksRequest(List<Long> hosts) {}

  @GET
  @Path("hosts/{id}/device_link")
  @Requires(Permission.EDIT_HOSTS)
  public LinkAnswer show(@Context Actor actor, @PathParam("id") long id) {
    Host host = directory.require(actor, Permission.EDIT_HOSTS, id);
    return new LinkAnswer(links.find(host).map(this::view));
  }

  private LinkView view(DeviceLink link) {
    return new LinkView(
        link.madeBy(), link.madeAt(), link.endsAt(), links.isOver(link), link.usedAt());
  }

  @POST
  @Path("hosts/{id}/device_link")
  @Requires(Permission.EDIT_HOSTS)
  public NewLinkAnswer make(@Context Actor actor, @PathParam("id") long id) {
    Host host = directory.require(actor, Permission.EDIT_HOSTS, id);
    DeviceLinks.Made made = links.make(actor, List.of(host)).get(0);
    return new NewLinkAnswer(made.url().revealText(), made.endsAt());
  }

  @DELETE
  @Path("hosts/{id}/device_link")
  @Requires(Permission.EDIT_HOSTS)
  public Map<String, Object> revoke(@Context Actor actor, @PathParam("id") long id) {
    links.revoke(actor, directory.require(actor, Permission.EDIT_HOSTS, id));
    return Map.of();
  }

  /** New links for many, as a file. */
  @POST
  @Path("hosts/device_links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("text/csv")
  @Requires(Permission.EDIT_HOSTS)
  public Response makeAll(@Context Actor actor, LinksRequest request) {
    HostNumbers numbers = HostNumbers.of(Optional.ofNullable(request).map(LinksRequest::hosts));
    List<Host> hosts = directory.requireAll(actor, Permission.EDIT_HOSTS, numbers);
    return Response.ok(sheet.of(links.make(actor, hosts)), "text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"device-links.csv\"")
        .build();
  }
}
