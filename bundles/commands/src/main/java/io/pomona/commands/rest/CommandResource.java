package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.rest.CommandViews.EnqueueRequest;
import io.pomona.commands.rest.CommandViews.RunRequest;
import io.pomona.commands.rest.CommandViews.SentAnswer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sending commands as property lists. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CommandResource implements AdminResource {
  private final CommandQueue commands;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public CommandResource(
      @Reference CommandQueue commands, @Reference HostStore hosts, @Reference Access access) {
    this.commands = commands;
    this.hosts = hosts;
    this.access = access;
  }

  @POST
  @Path("commands/run")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer run(@Context Actor actor, RunRequest request) {
    return send(
        actor,
        Optional.ofNullable(request).map(RunRequest::command),
        Optional.ofNullable(request).map(RunRequest::hostUuids),
        "host_uuids",
        Optional.ofNullable(request).map(RunRequest::terms).orElse(Terms.USUAL));
  }

  @POST
  @Path("mdm/commands/run")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer runAsBefore(@Context Actor actor, RunRequest request) {
    return run(actor, request);
  }

  @POST
  @Path("mdm/apple/enqueue")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer enqueue(@Context Actor actor, EnqueueRequest request) {
    return send(
        actor,
        Optional.ofNullable(request).map(EnqueueRequest::command),
        Optional.ofNullable(request).map(EnqueueRequest::deviceIds),
        "device_ids",
        Terms.USUAL);
  }

  private SentAnswer send(
      Actor actor,
      Optional<String> command,
      Optional<List<String>> names,
      String field,
      Terms terms) {
    byte[] plist = plist(command);
    NamedHosts targets =
        NamedHosts.find(hosts, access.scope(actor, Permission.VIEW_HOSTS), names, field);
    return targets.answer(commands.send(actor, plist, targets.ids(), terms));
  }

  /** Base64 with or without padding, as old and new clients send it. */
  private static byte[] plist(Optional<String> command) {
    String text =
        command
            .map(value -> value.replaceAll("\\s", ""))
            .filter(value -> !value.isEmpty())
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "commands.missing", "command", "Send the command plist in base64."));
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw MdmException.malformed("commands.not_base64", "The command is not valid base64.")
          .causedBy(e);
    }
  }
}
