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
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Taking a command back, for all its Macs or for some. */
final class Withdrawal {
  private static final int STEP = 1000;

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
   * Step by step: nobody waits for the many of a large command, and what a step has cancelled stays
   * so when a later one fails. Whoever asks again goes on there.
   *
   * @param only for these hosts; for all when there are none
   */
  Cancelled of(Actor actor, CommandUuid uuid, List<HostId> only, Instant now) {
    requireAll(actor, teams(uuid, only));
    Cancelled cancelled =
        steps(uuid, only)
            .map(step -> cancel(actor, uuid, step, now))
            .reduce(new Cancelled(0, 0), Withdrawal::sum);
    if (cancelled.all() == 0) {
      throw notWaiting();
    }
    return cancelled;
  }

  private Stream<List<CommandRecord>> steps(CommandUuid uuid, List<HostId> only) {
    return only.isEmpty()
        ? Stream.iterate(
            step(uuid, Optional.empty()),
            step -> !step.isEmpty(),
            step -> step(uuid, Optional.of(step.get(step.size() - 1).channel())))
        : IntStream.iterate(0, from -> from < only.size(), from -> from + STEP)
            .mapToObj(from -> only.subList(from, Math.min(from + STEP, only.size())))
            .map(some -> history.find(uuid, some));
  }

  private List<CommandRecord> step(CommandUuid uuid, Optional<ChannelId> after) {
    return history.find(uuid, TeamScope.everywhere(), after, STEP);
  }

  private Set<Optional<TeamId>> teams(CommandUuid uuid, List<HostId> only) {
    return steps(uuid, only)
        .flatMap(step -> targets(step).values().stream())
        .map(Host::team)
        .collect(Collectors.toSet());
  }

  private Map<HostId, Host> targets(List<CommandRecord> step) {
    return hosts.findAll(step.stream().map(CommandRecord::host).distinct().toList()).stream()
        .collect(Collectors.toMap(Host::id, host -> host));
  }

  private Cancelled cancel(Actor actor, CommandUuid uuid, List<CommandRecord> step, Instant now) {
    List<CommandRecord> waiting =
        step.stream().filter(command -> !command.state().isEnded()).toList();
    Map<HostId, Host> targets = targets(waiting);
    Map<ChannelId, ActivityDraft> open = new LinkedHashMap<>();
    waiting.forEach(
        command ->
            open.put(command.channel(), activity(actor, command, targets.get(command.host()))));
    return open.isEmpty() ? new Cancelled(0, 0) : queue.cancel(uuid, open, now);
  }

  private static Cancelled sum(Cancelled one, Cancelled other) {
    return new Cancelled(one.waiting() + other.waiting(), one.underWay() + other.underWay());
  }

  // A command for several teams is cancelled for all of them, or for none.
  private void requireAll(Actor actor, Set<Optional<TeamId>> teams) {
    if (actor.equals(Actor.system())) {
      return;
    }
    TeamScope visible = access.scope(actor, Permission.VIEW_COMMANDS);
    boolean known = teams.stream().anyMatch(visible::includes);
    for (Optional<TeamId> team : teams) {
      if (known) {
        access.require(actor, Permission.RUN_COMMANDS, team);
      } else {
        access.require(actor, Permission.RUN_COMMANDS, team, Withdrawal::notWaiting);
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
