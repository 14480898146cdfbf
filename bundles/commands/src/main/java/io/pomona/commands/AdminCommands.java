package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
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
import java.util.stream.Collectors;
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

  private static final int LONGEST_REASON = 200;

  private final HostStore hosts;
  private final CommandQueueStore queue;
  private final CommandHistoryStore history;
  private final Access access;
  private final Duration deadline;
  private final Clock clock;
  private final Withdrawal withdrawal;

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
    this.withdrawal = new Withdrawal(hosts, queue, history, access);
  }

  @Override
  public Sent send(Actor actor, byte[] plist, List<HostId> ids, Terms terms) {
    AdminPlist command = AdminPlist.read(plist, terms.toUsers());
    List<Host> targets = targets(actor, ids);
    List<Host> managed = targets.stream().filter(AdminCommands::isManaged).toList();
    if (managed.isEmpty()) {
      throw MdmException.conflict(
          "commands.mdm_off", "MDM is off on the Macs that you name; turn it on first.");
    }
    CommandUuid uuid = unused(command.uuid());
    List<ChannelId> channels = channels(managed, terms);
    Set<String> reached = devices(channels);
    List<Host> sentTo = managed.stream().filter(host -> reached.contains(device(host))).toList();
    reached.removeAll(devices(enqueue(actor, command, uuid, sentTo, channels, terms)));
    LOG.info("{} queued for {} hosts as {}", command.requestType(), sentTo.size(), uuid.value());
    List<HostId> skipped = new ArrayList<>();
    for (Host host : targets) {
      if (!isManaged(host) || !reached.contains(device(host))) {
        skipped.add(host.id());
      }
    }
    return new Sent(uuid, command.requestType(), skipped, command.warnings(managed));
  }

  private List<ChannelId> enqueue(
      Actor actor,
      AdminPlist command,
      CommandUuid uuid,
      List<Host> targets,
      List<ChannelId> channels,
      Terms terms) {
    Instant now = clock.instant();
    boolean urgent = terms.urgent() || URGENT.contains(command.requestType());
    NewCommand queued =
        new NewCommand(
            uuid,
            command.requestType(),
            command.body(uuid),
            urgent ? NewCommand.URGENT : NewCommand.ROUTINE,
            NewCommand.ADMIN,
            actor.name(),
            now,
            Optional.of(now.plus(deadline)),
            reason(terms),
            Question.topic(command.content()));
    List<ActivityDraft> activities =
        targets.stream().map(host -> ran(actor, host, uuid, command.requestType())).toList();
    TeamScope mine =
        actor.equals(Actor.system())
            ? TeamScope.everywhere()
            : access.scope(actor, Permission.RUN_COMMANDS);
    return queue.enqueue(List.of(new CommandOrder(queued, channels)), activities, mine, now);
  }

  private static String reason(Terms terms) {
    if (terms.reason().length() > LONGEST_REASON) {
      throw MdmException.invalid(
          "commands.long_reason",
          "reason",
          "The reason may have " + LONGEST_REASON + " characters at most.");
    }
    return terms.reason().replaceAll("\\p{Cntrl}+", " ").strip();
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
        .filter(this::isUsed)
        .ifPresent(
            uuid -> {
              throw MdmException.conflict(
                  "commands.uuid_taken",
                  "The CommandUUID was used before. Leave it out or send a new one.");
            });
    return wanted.orElseGet(CommandUuid::random);
  }

  private boolean isUsed(CommandUuid uuid) {
    return !history.find(uuid, TeamScope.everywhere(), Optional.empty(), 1).isEmpty();
  }

  @Override
  public Cancelled cancel(Actor actor, CommandUuid uuid, List<HostId> ids) {
    Cancelled cancelled = withdrawal.of(actor, uuid, ids, clock.instant());
    LOG.info("Command {} cancelled for {} hosts", uuid.value(), cancelled.all());
    return cancelled;
  }

  static MdmException unknownHost() {
    return MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
  }

  private static boolean isManaged(Host host) {
    return host.mdm().isOn() && host.udid().isPresent();
  }

  private List<ChannelId> channels(List<Host> targets, Terms terms) {
    if (!terms.toUsers()) {
      return targets.stream().map(host -> ChannelId.device(device(host))).toList();
    }
    List<ChannelId> users = hosts.userChannels(targets.stream().map(Host::id).toList());
    if (users.isEmpty()) {
      throw MdmException.conflict(
          "commands.no_user",
          "None of the Macs that you name has a user who can be sent commands.");
    }
    return users;
  }

  private static Set<String> devices(List<ChannelId> channels) {
    return channels.stream().map(ChannelId::device).collect(Collectors.toCollection(HashSet::new));
  }

  private static String device(Host host) {
    return host.udid().orElseThrow();
  }

  private static ActivityDraft ran(Actor actor, Host host, CommandUuid uuid, String requestType) {
    return ActivityDraft.of(actor, "ran_custom_mdm_command")
        .with("host_id", host.id().value())
        .with("host_display_name", host.facts().name())
        .with("command_uuid", uuid.value())
        .with("request_type", requestType);
  }
}
