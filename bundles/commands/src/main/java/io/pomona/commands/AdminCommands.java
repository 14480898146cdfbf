package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands that people send as plists of their own. */
@Component(service = CommandQueue.class, configurationPid = "io.pomona.commands")
@Designate(ocd = CommandConfig.class)
public final class AdminCommands implements CommandQueue {
  private static final Logger LOG = LoggerFactory.getLogger(AdminCommands.class);
  private static final Set<String> URGENT =
      Set.of("EraseDevice", "DeviceLock", "RestartDevice", "ShutDownDevice");

  private final HostStore hosts;
  private final CommandQueueStore queue;
  private final CommandHistoryStore history;
  private final Access access;
  private final Duration deadline;
  private final Clock clock;

  @Activate
  public AdminCommands(
      @Reference HostStore hosts,
      @Reference CommandQueueStore queue,
      @Reference CommandHistoryStore history,
      @Reference Access access,
      CommandConfig config) {
    this(
        hosts,
        queue,
        history,
        access,
        Duration.ofDays(Math.max(1, config.deadline_days())),
        Clock.systemUTC());
  }

  AdminCommands(
      HostStore hosts,
      CommandQueueStore queue,
      CommandHistoryStore history,
      Access access,
      Duration deadline,
      Clock clock) {
    this.hosts = hosts;
    this.queue = queue;
    this.history = history;
    this.access = access;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public Sent send(Actor actor, byte[] plist, List<HostId> ids) {
    AdminPlist command = AdminPlist.read(plist);
    List<Host> targets = targets(actor, ids);
    List<Host> managed = targets.stream().filter(AdminCommands::isManaged).toList();
    if (managed.isEmpty()) {
      throw MdmException.conflict(
          "commands.mdm_off", "MDM is off on the Macs that you name; turn it on first.");
    }
    CommandUuid uuid = unused(command.uuid());
    Set<ChannelId> refused = new HashSet<>(enqueue(actor, command, uuid, managed));
    LOG.info("{} queued for {} hosts as {}", command.requestType(), managed.size(), uuid.value());
    List<HostId> skipped = new ArrayList<>();
    for (Host host : targets) {
      if (!isManaged(host) || refused.contains(channel(host))) {
        skipped.add(host.id());
      }
    }
    return new Sent(uuid, command.requestType(), skipped, command.warnings(managed));
  }

  private List<ChannelId> enqueue(
      Actor actor, AdminPlist command, CommandUuid uuid, List<Host> targets) {
    Instant now = clock.instant();
    NewCommand queued =
        new NewCommand(
            uuid,
            command.requestType(),
            command.body(uuid),
            URGENT.contains(command.requestType()) ? NewCommand.URGENT : NewCommand.ROUTINE,
            NewCommand.ADMIN,
            actor.name(),
            now,
            Optional.of(now.plus(deadline)));
    List<ChannelId> channels = targets.stream().map(AdminCommands::channel).toList();
    List<ActivityDraft> activities =
        targets.stream().map(host -> ran(actor, host, uuid, command.requestType())).toList();
    return queue.enqueue(List.of(new CommandOrder(queued, channels)), activities, now);
  }

  private List<Host> targets(Actor actor, List<HostId> ids) {
    if (ids.isEmpty()) {
      throw MdmException.invalid("commands.no_hosts", "host_uuids", "Name at least one host.");
    }
    Set<HostId> wanted = new LinkedHashSet<>(ids);
    List<Host> found = hosts.findAll(wanted);
    if (found.size() < wanted.size()) {
      throw unknownHost();
    }
    if (!actor.equals(Actor.system())) {
      found.forEach(
          host ->
              access.require(
                  actor, Permission.RUN_COMMANDS, host.team(), AdminCommands::unknownHost));
    }
    return found;
  }

  private CommandUuid unused(Optional<CommandUuid> wanted) {
    wanted
        .filter(uuid -> !history.find(uuid).isEmpty())
        .ifPresent(
            uuid -> {
              throw MdmException.conflict(
                  "commands.uuid_taken",
                  "The CommandUUID was used before. Leave it out or send a new one.");
            });
    return wanted.orElseGet(CommandUuid::random);
  }

  @Override
  public int cancel(Actor actor, CommandUuid uuid) {
    List<CommandRecord> records = history.find(uuid);
    requireAll(actor, records);
    Optional<CommandRecord> waiting =
        records.stream().filter(command -> !command.state().isEnded()).findFirst();
    int cancelled =
        waiting
            .map(
                command ->
                    queue.cancel(
                        uuid, Optional.empty(), cancelled(actor, command), clock.instant()))
            .orElse(0);
    if (cancelled == 0) {
      throw notWaiting();
    }
    LOG.info("Command {} cancelled for {} hosts", uuid.value(), cancelled);
    return cancelled;
  }

  // A command for several teams is cancelled for all of them, or for none.
  private void requireAll(Actor actor, List<CommandRecord> records) {
    if (actor.equals(Actor.system())) {
      return;
    }
    List<Host> targets = hosts.findAll(records.stream().map(CommandRecord::host).toList());
    TeamScope visible = access.scope(actor, Permission.VIEW_COMMANDS);
    boolean known = targets.stream().anyMatch(host -> visible.includes(host.team()));
    for (Host host : targets) {
      if (known) {
        access.require(actor, Permission.RUN_COMMANDS, host.team());
      } else {
        access.require(actor, Permission.RUN_COMMANDS, host.team(), AdminCommands::notWaiting);
      }
    }
  }

  static MdmException unknownHost() {
    return MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
  }

  private static MdmException notWaiting() {
    return MdmException.notFound("commands.not_waiting", "No Mac waits for this command.");
  }

  private static boolean isManaged(Host host) {
    return host.mdm().isOn() && host.udid().isPresent();
  }

  private static ChannelId channel(Host host) {
    return ChannelId.device(host.udid().orElseThrow());
  }

  private static ActivityDraft ran(Actor actor, Host host, CommandUuid uuid, String requestType) {
    return ActivityDraft.of(actor, "ran_custom_mdm_command")
        .with("host_id", host.id().value())
        .with("host_display_name", host.facts().name())
        .with("command_uuid", uuid.value())
        .with("request_type", requestType);
  }

  private static ActivityDraft cancelled(Actor actor, CommandRecord command) {
    return ActivityDraft.of(actor, "canceled_mdm_command")
        .with("command_uuid", command.uuid().value())
        .with("command_type", command.requestType());
  }
}
