package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.rest.CommandResource.NamedCommand;
import io.pomona.commands.rest.CommandViews.CommandView;
import io.pomona.commands.rest.CommandViews.CommandsAnswer;
import io.pomona.commands.rest.CommandViews.ResultView;
import io.pomona.commands.rest.CommandViews.ResultsAnswer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    Optional<Host> host = query.host().map(name -> host(actor, name));
    if (!access.mayAnywhere(actor, Permission.VIEW_COMMANDS)) {
      access.require(actor, Permission.VIEW_COMMANDS, Optional.empty());
    }
    TeamScope scope = access.scope(actor, Permission.VIEW_COMMANDS);
    return new CommandsAnswer(
        history.list(host.map(Host::id), scope, query.page()).stream()
            .map(CommandView::of)
            .toList());
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
    Map<HostId, Host> owners = owners(records);
    TeamScope scope = access.scope(actor, Permission.VIEW_COMMANDS);
    List<CommandRecord> visible =
        records.stream().filter(command -> isWithin(scope, owners, command)).toList();
    if (visible.isEmpty()) {
      throw NamedCommand.unknown();
    }
    Optional<String> payload = payload(actor, uuid, records, owners);
    return new ResultsAnswer(
        visible.stream().map(command -> ResultView.of(command, result(command), payload)).toList());
  }

  // What Pomona sends by itself may hold secrets, such as the challenge of a renewal, and what an
  // admin sends may hold a PIN: only who may send it may read it.
  private Optional<String> payload(
      Actor actor, CommandUuid uuid, List<CommandRecord> records, Map<HostId, Host> owners) {
    TeamScope scope = access.scope(actor, Permission.RUN_COMMANDS);
    return records.stream().allMatch(command -> command.owner().equals(NewCommand.ADMIN))
            && records.stream().allMatch(command -> isWithin(scope, owners, command))
        ? history.body(uuid).map(CommandHistoryResource::base64)
        : Optional.empty();
  }

  /** Read once for all: a command may have gone to every Mac. */
  private Map<HostId, Host> owners(List<CommandRecord> records) {
    Set<HostId> ids = records.stream().map(CommandRecord::host).collect(Collectors.toSet());
    return hosts.findAll(ids).stream().collect(Collectors.toMap(Host::id, host -> host));
  }

  private static boolean isWithin(
      TeamScope scope, Map<HostId, Host> owners, CommandRecord command) {
    return scope.includes(Optional.ofNullable(owners.get(command.host())).flatMap(Host::team));
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

  private Host host(Actor actor, String name) {
    Host host =
        hosts
            .findByIdentifier(name, access.scope(actor, Permission.VIEW_HOSTS))
            .orElseThrow(CommandHistoryResource::unknownHost);
    access.require(
        actor, Permission.VIEW_COMMANDS, host.team(), CommandHistoryResource::unknownHost);
    return host;
  }

  private static MdmException unknownHost() {
    return MdmException.notFound("commands.unknown_host", "The host does not exist.");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
