package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Taking a command back, for all its Macs or for some. */
final class Withdrawal {
  private final HostStore hosts;
  private final CommandQueueStore queue;
  private final CommandHistoryStore history;
  private final Access access;

  Withdrawal(HostStore hosts, CommandQueueStore queue, CommandHistoryStore history, Access access) {
    this.hosts = hosts;
    this.queue = queue;
    this.history = history;
    this.access = access;
  }

  /**
   * @param only for these hosts; for all when there are none
   */
  Cancelled of(Actor actor, CommandUuid uuid, List<HostId> only, Instant now) {
    Set<HostId> wanted = new HashSet<>(only);
    List<CommandRecord> records =
        history.find(uuid).stream()
            .filter(command -> wanted.isEmpty() || wanted.contains(command.host()))
            .toList();
    Map<HostId, Host> targets =
        hosts.findAll(records.stream().map(CommandRecord::host).distinct().toList()).stream()
            .collect(Collectors.toMap(Host::id, host -> host));
    requireAll(actor, targets.values());
    Map<ChannelId, ActivityDraft> open = new LinkedHashMap<>();
    records.stream()
        .filter(command -> !command.state().isEnded())
        .forEach(
            command ->
                open.put(command.channel(), activity(actor, command, targets.get(command.host()))));
    Cancelled cancelled = open.isEmpty() ? new Cancelled(0, 0) : queue.cancel(uuid, open, now);
    if (cancelled.all() == 0) {
      throw notWaiting();
    }
    return cancelled;
  }

  // A command for several teams is cancelled for all of them, or for none.
  private void requireAll(Actor actor, Iterable<Host> targets) {
    if (actor.equals(Actor.system())) {
      return;
    }
    TeamScope visible = access.scope(actor, Permission.VIEW_COMMANDS);
    boolean known = false;
    for (Host host : targets) {
      known |= visible.includes(host.team());
    }
    for (Host host : targets) {
      if (known) {
        access.require(actor, Permission.RUN_COMMANDS, host.team());
      } else {
        access.require(actor, Permission.RUN_COMMANDS, host.team(), Withdrawal::notWaiting);
      }
    }
  }

  private static MdmException notWaiting() {
    return MdmException.notFound("commands.not_waiting", "No Mac waits for this command.");
  }

  private static ActivityDraft activity(Actor actor, CommandRecord command, Host host) {
    ActivityDraft activity =
        ActivityDraft.of(actor, "canceled_mdm_command")
            .with("host_id", command.host().value())
            .with("host_display_name", command.hostName())
            .with("command_uuid", command.uuid().value())
            .with("command_type", command.requestType());
    return Optional.ofNullable(host)
        .map(known -> activity.with("host_serial", known.facts().serialNumber()))
        .orElse(activity);
  }
}
