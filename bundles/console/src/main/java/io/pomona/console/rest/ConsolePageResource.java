package io.pomona.console.rest;

import io.pomona.api.console.ConsolePage;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.console.ConsolePages;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages that other bundles add to the console, as far as the caller may see them. */
@Component
@Path("console/pages")
@Produces(MediaType.APPLICATION_JSON)
public final class ConsolePageResource implements AdminResource {
  private final ConsolePages pages;
  private final Access access;

  @Activate
  public ConsolePageResource(@Reference ConsolePages pages, @Reference Access access) {
    this.pages = pages;
    this.access = access;
  }

  /** All pages. */
  public record PagesAnswer(List<PageView> pages) {}

  /**
   * One page.
   *
   * @param module its address on this server
   */
  public record PageView(String id, String label, String icon, String module) {}

  @GET
  @Requires(Permission.USE_OWN_ACCOUNT)
  public PagesAnswer list(@Context Actor actor) {
    return new PagesAnswer(
        pages.all().stream()
            .filter(page -> access.mayAnywhere(actor, page.permission()))
            .map(ConsolePageResource::view)
            .toList());
  }

  private static PageView view(ConsolePage page) {
    return new PageView(
        page.id(), page.label(), page.icon(), "/console/pages/" + page.id() + ".js");
  }
}
