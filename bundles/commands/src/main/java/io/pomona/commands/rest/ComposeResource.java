package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandComposer;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.rest.CatalogueViews.CatalogueAnswer;
import io.pomona.commands.rest.CatalogueViews.DefinitionView;
import io.pomona.commands.rest.CatalogueViews.SummaryView;
import io.pomona.commands.rest.CommandViews.ComposeRequest;
import io.pomona.commands.rest.CommandViews.SentAnswer;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
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

/** Sending commands by name and keys, and what names and keys there are. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ComposeResource implements AdminResource {
  private final CommandComposer composer;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public ComposeResource(
      @Reference CommandComposer composer, @Reference HostStore hosts, @Reference Access access) {
    this.composer = composer;
    this.hosts = hosts;
    this.access = access;
  }

  @POST
  @Path("commands/compose")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer compose(@Context Actor actor, ComposeRequest request) {
    Optional<ComposeRequest> given = Optional.ofNullable(request);
    String requestType =
        given
            .map(ComposeRequest::requestType)
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "commands.missing", "request_type", "Name the request_type."));
    Map<String, Object> keys = given.map(ComposeRequest::keys).orElse(Map.of());
    NamedHosts targets =
        NamedHosts.find(
            hosts,
            access.scope(actor, Permission.VIEW_HOSTS),
            given.map(ComposeRequest::hostUuids),
            "host_uuids");
    return targets.answer(composer.send(actor, requestType, keys, targets.ids(), terms(given)));
  }

  private static Terms terms(Optional<ComposeRequest> request) {
    return request.map(ComposeRequest::terms).orElse(Terms.USUAL);
  }

  // What a command may have is a fact of Apple's and of no team.
  @GET
  @Path("commands/catalogue")
  @Requires(Permission.VIEW_CONFIG)
  public CatalogueAnswer catalogue() {
    return new CatalogueAnswer(CommandCatalogue.all().stream().map(SummaryView::of).toList());
  }

  @GET
  @Path("commands/catalogue/{request_type}")
  @Requires(Permission.VIEW_CONFIG)
  public DefinitionView definition(@PathParam("request_type") String requestType) {
    return CommandCatalogue.find(requestType)
        .map(DefinitionView::of)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "commands.unknown_type", "The catalogue has no such request type."));
  }
}
