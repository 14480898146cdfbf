package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandAnswers;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.NamedCommand;
import io.pomona.commands.ResultViewing;
import io.pomona.commands.rest.CommandViews.CommandView;
import io.pomona.commands.rest.CommandViews.CommandsAnswer;
import io.pomona.commands.rest.CommandViews.ResultView;
import io.pomona.commands.rest.CommandViews.ResultsAnswer;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
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
  /** Of the answers of a page: one of them alone may be as large. */
  private static final long MOST_BYTES = 16 << 20;

  private final CommandHistoryStore history;
  private final HostStore hosts;
  private final Access access;
  private final ResultViewing viewing;

  @Activate
  public CommandHistoryResource(
      @Reference CommandHistoryStore history,
      @Reference HostStore hosts,
      @Reference Access access,
      @Reference ActivityStore activities) {
    this.history = history;
    this.hosts = hosts;
    this.access = access;
    this.viewing = new ResultViewing(hosts, activities);
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
  public ResultsAnswer results(@Context Actor actor, @Context UriInfo uri) {
    CommandQuery query = new CommandQuery(uri);
    CommandUuid uuid = query.command();
    TeamScope scope = access.scope(actor, Permission.VIEW_COMMANDS);
    int limit = query.pageOfHosts();
    List<CommandRecord> found =
        query
            .hostId()
            .map(host -> history.find(uuid, List.of(host(actor, host).id())))
            .orElseGet(() -> history.find(uuid, scope, query.afterChannel(), limit));
    if (found.isEmpty()) {
      throw NamedCommand.unknown();
    }
    Optional<String> payload = payload(actor, found.get(0));
    CommandAnswers fitting =
        history.results(uuid, found.stream().map(CommandRecord::channel).toList(), MOST_BYTES);
    List<CommandRecord> visible = found.subList(0, fitting.channels());
    TeamScope secrets = access.scope(actor, Permission.VIEW_DEVICE_SECRETS);
    Map<ChannelId, byte[]> answers = viewing.visible(visible, fitting.byChannel(), secrets);
    viewing.tell(actor, visible, payload.isPresent(), !answers.isEmpty(), Instant.now());
    return new ResultsAnswer(
        visible.stream()
            .map(command -> ResultView.of(command, result(answers, command), payload))
            .toList(),
        Optional.of(visible.get(visible.size() - 1).channel().value())
            .filter(last -> visible.size() < found.size() || found.size() == limit));
  }

  // What Pomona sends by itself may hold secrets, such as the challenge of a renewal, and what an
  // admin sends may hold a PIN: only who may send it may read it.
  private Optional<String> payload(Actor actor, CommandRecord command) {
    return command.owner().equals(NewCommand.ADMIN)
            && history.isWithin(command.uuid(), access.scope(actor, Permission.RUN_COMMANDS))
        ? history.body(command.uuid()).map(CommandHistoryResource::base64)
        : Optional.empty();
  }

  @GET
  @Path("mdm/commandresults")
  @Requires(Permission.VIEW_COMMANDS)
  public ResultsAnswer resultsAsBefore(@Context Actor actor, @Context UriInfo uri) {
    return results(actor, uri);
  }

  @GET
  @Path("mdm/apple/commandresults")
  @Requires(Permission.VIEW_COMMANDS)
  public ResultsAnswer resultsAtFirst(@Context Actor actor, @Context UriInfo uri) {
    return results(actor, uri);
  }

  private static Optional<String> result(Map<ChannelId, byte[]> answers, CommandRecord command) {
    return Optional.ofNullable(answers.get(command.channel())).map(CommandHistoryResource::base64);
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

  private Host host(Actor actor, HostId id) {
    Host host = hosts.find(id).orElseThrow(CommandHistoryResource::unknownHost);
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
