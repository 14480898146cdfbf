package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.rest.CommandResource.NamedCommand;
import io.pomona.commands.rest.CommandViews.CommandView;
import io.pomona.commands.rest.CommandViews.CommandsAnswer;
import io.pomona.commands.rest.CommandViews.ResultView;
import io.pomona.commands.rest.CommandViews.ResultsAnswer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was sent and what became of it. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CommandHistoryResource implements AdminResource {
  private final CommandHistoryStore history;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public CommandHistoryResource(
      @Reference CommandHistoryStore history,
      @Reference HostStore hosts,
      @Reference Access access) {
    this.history = history;
    this.hosts = hosts;
    this.access = access;
  }

  @GET
  @Path("commands")
  @Requires(Permission.VIEW_COMMANDS)
  public CommandsAnswer list(@Context Actor actor, @Context UriInfo uri) {
    CommandQuery query = new CommandQuery(uri);
    Optional<Host> host = query.host().map(this::host);
    access.require(actor, Permission.VIEW_COMMANDS, host.flatMap(Host::team));
    return new CommandsAnswer(
        history.list(host.map(Host::id), query.page()).stream().map(CommandView::of).toList());
  }

  @GET
  @Path("mdm/commands")
  @Requires(Permission.VIEW_COMMANDS)
  public CommandsAnswer listAsBefore(@Context Actor actor, @Context UriInfo uri) {
    return list(actor, uri);
  }

  @GET
  @Path("mdm/apple/commands")
  @Requires(Permission.VIEW_COMMANDS)
  public CommandsAnswer listAtFirst(@Context Actor actor, @Context UriInfo uri) {
    return list(actor, uri);
  }

  @GET
  @Path("commands/results")
  @Requires(Permission.VIEW_COMMANDS)
  public ResultsAnswer results(@Context Actor actor, @QueryParam("command_uuid") String text) {
    if (text == null || text.isEmpty()) {
      throw MdmException.invalid("commands.missing", "command_uuid", "Name the command_uuid.");
    }
    CommandUuid uuid = NamedCommand.uuid(text);
    List<CommandRecord> records = history.find(uuid);
    if (records.isEmpty()) {
      throw NamedCommand.unknown();
    }
    records.forEach(command -> require(actor, command));
    Optional<String> payload = payload(actor, uuid, records);
    return new ResultsAnswer(
        records.stream().map(command -> ResultView.of(command, result(command), payload)).toList());
  }

  // What Pomona sends by itself may hold secrets, such as the challenge of a renewal, and what an
  // admin sends may hold a PIN: only who may send it may read it.
  private Optional<String> payload(Actor actor, CommandUuid uuid, List<CommandRecord> records) {
    return records.stream().allMatch(command -> command.owner().equals(NewCommand.ADMIN))
            && access.mayAnywhere(actor, Permission.RUN_COMMANDS)
            && records.stream().allMatch(command -> mayRun(actor, command))
        ? history.body(uuid).map(CommandHistoryResource::base64)
        : Optional.empty();
  }

  private boolean mayRun(Actor actor, CommandRecord command) {
    try {
      access.require(actor, Permission.RUN_COMMANDS, team(command));
      return true;
    } catch (MdmException e) {
      if (e.kind() == MdmException.Kind.FORBIDDEN) {
        return false;
      }
      throw e;
    }
  }

  @GET
  @Path("mdm/commandresults")
  @Requires(Permission.VIEW_COMMANDS)
  public ResultsAnswer resultsAsBefore(
      @Context Actor actor, @QueryParam("command_uuid") String text) {
    return results(actor, text);
  }

  @GET
  @Path("mdm/apple/commandresults")
  @Requires(Permission.VIEW_COMMANDS)
  public ResultsAnswer resultsAtFirst(
      @Context Actor actor, @QueryParam("command_uuid") String text) {
    return results(actor, text);
  }

  private Optional<String> result(CommandRecord command) {
    return history.result(command.uuid(), command.channel()).map(CommandHistoryResource::base64);
  }

  private void require(Actor actor, CommandRecord command) {
    access.require(actor, Permission.VIEW_COMMANDS, team(command));
  }

  private Optional<TeamId> team(CommandRecord command) {
    return hosts.find(command.host()).flatMap(Host::team);
  }

  private Host host(String name) {
    return hosts
        .findByIdentifier(name)
        .orElseThrow(
            () -> MdmException.notFound("commands.unknown_host", "The host does not exist."));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
