package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.updates.declarations.TeamDeclarations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Declarations that people upload for the Macs of a team, or of none. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeclarationResource implements AdminResource {
  private final TeamDeclarations declarations;

  @Activate
  public DeclarationResource(@Reference TeamDeclarations declarations) {
    this.declarations = declarations;
  }

  /**
   * @param teamId absent, null and 0 are no team; not looked at where one is changed
   * @param payload a JSON object
   */
  public record Request(
      Optional<Long> teamId,
      Optional<String> identifier,
      Optional<String> type,
      Optional<Map<String, Object>> payload) {}

  /** In short. */
  public record Item(
      long id,
      Optional<Long> teamId,
      String identifier,
      String kind,
      String type,
      String serverToken,
      Instant createdAt,
      Instant updatedAt) {}

  /** All of a team, by identifier. */
  public record ListAnswer(List<Item> declarations) {}

  /**
   * One in full.
   *
   * @param warnings what Macs may refuse about it
   */
  public record View(
      long id,
      Optional<Long> teamId,
      String identifier,
      String kind,
      String type,
      String serverToken,
      Instant createdAt,
      Instant updatedAt,
      Map<String, Object> payload,
      List<String> warnings) {}

  /** The one in question. */
  public record Answer(View declaration) {}

  @GET
  @Path("declarations")
  @Requires(Permission.VIEW_DECLARATIONS)
  public ListAnswer list(@Context Actor actor, @QueryParam("team_id") String team) {
    return new ListAnswer(
        declarations.list(actor, TeamNumber.of(team)).stream()
            .map(DeclarationResource::item)
            .toList());
  }

  @POST
  @Path("declarations")
  @Requires(Permission.EDIT_DECLARATIONS)
  public Answer add(@Context Actor actor, Request request) {
    Request said = required(request);
    Optional<TeamId> team = TeamNumber.of(said.teamId());
    return answer(
        declarations.add(
            actor, team, said.identifier().orElse(""), said.type().orElse(""), payload(said)));
  }

  @GET
  @Path("declarations/{id: [0-9]{1,18}}")
  @Requires(Permission.VIEW_DECLARATIONS)
  public Answer get(@Context Actor actor, @PathParam("id") long id) {
    return answer(declarations.view(actor, new DeclarationId(id)));
  }

  @PUT
  @Path("declarations/{id: [0-9]{1,18}}")
  @Requires(Permission.EDIT_DECLARATIONS)
  public Answer change(@Context Actor actor, @PathParam("id") long id, Request request) {
    Request said = required(request);
    return answer(
        declarations.change(
            actor,
            new DeclarationId(id),
            said.identifier().orElse(""),
            said.type().orElse(""),
            payload(said)));
  }

  @DELETE
  @Path("declarations/{id: [0-9]{1,18}}")
  @Requires(Permission.EDIT_DECLARATIONS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    declarations.delete(actor, new DeclarationId(id));
    return Map.of();
  }

  private static Request required(Request request) {
    return Optional.ofNullable(request)
        .orElseThrow(
            () ->
                MdmException.malformed(
                    "updates.no_body", "Send a JSON object with identifier, type and payload."));
  }

  private static byte[] payload(Request request) {
    return request.payload().map(Declaration::json).orElse("".getBytes(StandardCharsets.UTF_8));
  }

  private static Item item(TeamDeclaration row) {
    Declaration declaration = row.declaration();
    return new Item(
        row.id().value(),
        row.team().map(TeamId::value),
        declaration.identifier(),
        declaration.kind().label(),
        declaration.type(),
        declaration.serverToken(),
        row.createdAt(),
        row.updatedAt());
  }

  private Answer answer(TeamDeclaration row) {
    Item item = item(row);
    return new Answer(
        new View(
            item.id(),
            item.teamId(),
            item.identifier(),
            item.kind(),
            item.type(),
            item.serverToken(),
            item.createdAt(),
            item.updatedAt(),
            row.declaration().values(),
            declarations.warnings(row)));
  }
}
