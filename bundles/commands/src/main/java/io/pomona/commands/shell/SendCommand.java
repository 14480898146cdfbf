package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandComposer;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:command-send}: queues a command for one host. */
@Service
@Command(scope = "mdm", name = "command-send", description = "Sends a command to a Mac")
public final class SendCommand implements Action {
  @Argument(index = 0, name = "host", required = true, description = "UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Argument(
      index = 1,
      name = "command",
      required = true,
      description = "A request type, or a file with the command plist")
  @Completion(CommandTypeNames.class)
  String command;

  @Argument(
      index = 2,
      name = "keys",
      multiValued = true,
      description =
          "Keys of the request type, such as PIN=123456, Updates.0.InstallAction=InstallASAP,"
              + " Identifiers=a.b,c.d or Payload=@file")
  @Completion(KeyNames.class)
  List<String> keys = List.of();

  @Option(name = "--urgent", description = "Before all that is routine")
  boolean urgent;

  @Option(name = "--reason", description = "Why, for the timeline")
  String reason = "";

  @Option(name = "--user", description = "To the users of the Mac who can be sent commands")
  boolean toUsers;

  @Option(name = "--no-format", description = "Only the UUID of the command")
  boolean noFormat;

  @Reference CommandQueue commands;
  @Reference CommandComposer composer;
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    CommandQueue.Sent sent = send(actor, List.of(target(actor).id()));
    String uuid = sent.uuid().value();
    if (noFormat) {
      System.out.println(uuid);
      return null;
    }
    System.out.println(sent.requestType() + " is queued as " + uuid + "; see mdm:command-list.");
    sent.warnings().forEach(System.out::println);
    return null;
  }

  /** Before a file is read for somebody who may not send it. */
  private Host target(Actor actor) {
    if (!access.mayAnywhere(actor, Permission.RUN_COMMANDS)) {
      access.require(actor, Permission.RUN_COMMANDS, Optional.empty());
    }
    return NamedHost.find(hosts, access, actor, Permission.RUN_COMMANDS, host);
  }

  private CommandQueue.Sent send(Actor actor, List<HostId> hosts) {
    Optional<CommandDefinition> known = CommandCatalogue.find(command);
    if (known.isPresent()) {
      return composer.send(actor, command, keys(known.get()), hosts, terms());
    }
    byte[] plist = file();
    if (!keys.isEmpty()) {
      throw MdmException.invalid(
          "commands.invalid_keys", "keys", "A file has its keys already; leave yours out.");
    }
    return commands.send(actor, plist, hosts, terms());
  }

  private Terms terms() {
    return new Terms(urgent, reason, toUsers);
  }

  private Map<String, Object> keys(CommandDefinition known) {
    return keys.isEmpty() && command.equals("DeviceInformation")
        ? Map.of("Queries", Commands.DEVICE_INFORMATION_QUERIES)
        : KeyArguments.read(known, keys);
  }

  private byte[] file() {
    try {
      return CommandFile.read(Path.of(command));
    } catch (IOException | InvalidPathException e) {
      String hint =
          CommandTypeNames.closest(command)
              .map(type -> "did you mean " + type + "?")
              .orElse("press Tab behind the host to see the types.");
      throw MdmException.invalid(
              "commands.unknown_type",
              "command",
              command + " is neither a request type nor a file that can be read; " + hint)
          .causedBy(e);
    }
  }
}
