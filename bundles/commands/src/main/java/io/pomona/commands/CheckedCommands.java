package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.commands.CommandComposer;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueue.Sent;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.MacCommandTypes;
import io.pomona.protocol.command.MalformedCommandException;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.command.catalogue.CommandTarget;
import io.pomona.protocol.command.catalogue.Composition;
import io.pomona.protocol.command.catalogue.KeyProblem;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands that people send by name and keys: held against the catalogue, then queued. */
@Component
public final class CheckedCommands implements CommandComposer {
  private final CommandQueue queue;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public CheckedCommands(
      @Reference CommandQueue queue, @Reference HostStore hosts, @Reference Access access) {
    this.queue = queue;
    this.hosts = hosts;
    this.access = access;
  }

  @Override
  public Sent send(
      Actor actor, String requestType, Map<String, ?> keys, List<HostId> ids, Terms terms) {
    Composition composition = definition(requestType, terms).compose(keys);
    refuse(requestType, composition.problems());
    byte[] plist = encode(composition);
    List<Host> managed = managed(actor, ids);
    Function<Host, CommandTarget> facts =
        composition.needsManagement() ? this::inventoried : TargetCheck::reported;
    refuse(requestType, new TargetCheck(managed, facts).problems(composition));
    return queue.send(actor, plist, ids, terms);
  }

  private static CommandDefinition definition(String requestType, Terms terms) {
    try {
      MacCommandTypes.require(requestType);
    } catch (MalformedCommandException e) {
      throw MdmException.invalid("commands.unknown_type", "request_type", e.getMessage())
          .causedBy(e);
    }
    AdminPlist.requireChannel(requestType, terms.toUsers(), "request_type");
    return CommandCatalogue.find(requestType).orElseThrow();
  }

  private static void refuse(String requestType, List<KeyProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    List<FieldError> fields =
        problems.stream()
            .map(each -> new FieldError(field(each.path()), each.sentence(requestType)))
            .toList();
    throw new MdmException(
        MdmException.Kind.INVALID,
        "commands.invalid_keys",
        fields.stream().map(FieldError::reason).collect(Collectors.joining("\n")),
        fields);
  }

  private static String field(String path) {
    return path.isEmpty() ? "request_type" : "keys." + path;
  }

  private static byte[] encode(Composition composition) {
    try {
      return new CommandBody(composition.requestType(), composition.keys())
          .encode(CommandUuid.random().value());
    } catch (IllegalArgumentException e) {
      throw MdmException.invalid("commands.invalid_keys", "keys", e.getMessage()).causedBy(e);
    }
  }

  /**
   * What is known of a Mac may be told to those only who may send it commands; to others it is
   * none.
   */
  private List<Host> managed(Actor actor, List<HostId> ids) {
    List<Host> found = hosts.findAll(ids);
    found.forEach(
        host ->
            access.require(
                actor, Permission.RUN_COMMANDS, host.team(), AdminCommands::unknownHost));
    return found.stream().filter(host -> host.mdm().isOn()).toList();
  }

  private CommandTarget inventoried(Host host) {
    HostInventory inventory = hosts.inventory(host.id());
    return new CommandTarget(
        OsVersion.parse(host.facts().osVersion()),
        inventory.deviceInformation().flatMap(answer -> new DeviceInformation(answer).supervised()),
        automated(host, inventory));
  }

  private static Optional<Boolean> automated(Host host, HostInventory inventory) {
    return host.mdm() == MdmStatus.ON_AUTOMATIC
        ? Optional.of(true)
        : inventory.securityInfo().flatMap(answer -> new SecurityInfo(answer).enrolledViaDep());
  }
}
