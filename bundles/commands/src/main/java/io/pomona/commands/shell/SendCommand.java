package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.ShellActors;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.MacCommandTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
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
  @Completion(HostNames.class)
  String host;

  @Argument(
      index = 1,
      name = "command",
      required = true,
      description = "A request type that needs no keys, or a file with the command plist")
  @Completion(CommandTypeNames.class)
  String command;

  @Option(name = "--no-format", description = "Only the UUID of the command")
  boolean noFormat;

  @Reference CommandQueue commands;
  @Reference HostStore hosts;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Host target =
        hosts
            .findByIdentifier(host)
            .orElseThrow(
                () -> MdmException.notFound("commands.unknown_host", "There is no such host."));
    CommandQueue.Sent sent = commands.send(actors.current(), plist(), List.of(target.id()));
    String uuid = sent.uuid().value();
    System.out.println(
        noFormat ? uuid : sent.requestType() + " is queued as " + uuid + "; see mdm:command-list.");
    return null;
  }

  private byte[] plist() {
    if (MacCommandTypes.find(command).isEmpty()) {
      return file();
    }
    CommandBody body =
        command.equals("DeviceInformation")
            ? Commands.deviceInformation(Commands.DEVICE_INFORMATION_QUERIES)
            : CommandBody.of(command);
    return body.encode(UUID.randomUUID().toString());
  }

  private byte[] file() {
    try {
      return Files.readAllBytes(Path.of(command));
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
