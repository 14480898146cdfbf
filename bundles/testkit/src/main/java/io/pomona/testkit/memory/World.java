package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.abm.EndUser;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.enrollment.HostMove.Place;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityLink;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SsoIdentity;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.UserId;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables that all in-memory stores share. Whoever reads or writes holds its monitor, so every
 * store method is one transaction; checks come before the first change.
 */
public final class World {
  final Clock clock;
  final Map<HostId, HostRow> hosts = new LinkedHashMap<>();
  final Map<ChannelId, ChannelRow> channels = new LinkedHashMap<>();
  final Map<String, BindingRow> bindings = new LinkedHashMap<>();
  final Map<CommandUuid, NewCommand> commands = new HashMap<>();
  final TreeMap<Long, CommandRow> queue = new TreeMap<>();
  final TreeMap<Long, PushRecord> pushes = new TreeMap<>();
  final TreeMap<Long, OutboxRow> outbox = new TreeMap<>();
  final TreeMap<Long, Activity> activities = new TreeMap<>();
  final TreeMap<Long, ActivityLink> links = new TreeMap<>();
  final HostProfileTable hostProfiles = new HostProfileTable();
  final RenewalTable renewals = new RenewalTable();
  final PkiTables pki = new PkiTables();
  final SetupTables setup = new SetupTables();
  final AssignmentTables assignment = new AssignmentTables();
  final AbmTables abm = new AbmTables();
  final UpdateTables updates = new UpdateTables();
  final TreeMap<Long, MigrationRow> migrations = new TreeMap<>();
  final TreeMap<Long, TeamRow> teams = new TreeMap<>();
  final Map<UserId, Map<TeamId, Role>> teamRoles = new HashMap<>();
  final Map<UserId, SsoIdentity> ssoSubjects = new HashMap<>();
  final LockTables locks = new LockTables();
  final WebhookTable webhooks = new WebhookTable();
  Optional<Boolean> deviceDock = Optional.empty();
  final Map<Optional<TeamId>, String> minimumVersions = new HashMap<>();
  final EncryptionTables encryption = new EncryptionTables();
  final Map<HostId, EndUser> endUsers = new HashMap<>();
  final RecoveryKeyTable recoveryKeys = new RecoveryKeyTable();
  final DeclarationTables declarative = new DeclarationTables();
  final DeviceLinkTable deviceLinks = new DeviceLinkTable();
  private long lastId;

  public World(Clock clock) {
    this.clock = clock;
  }

  long nextId() {
    return ++lastId;
  }

  Optional<HostRow> host(HostId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  Optional<HostRow> hostOf(ChannelId channel) {
    return channel(channel.deviceChannel()).flatMap(row -> host(row.host));
  }

  Optional<ChannelRow> channel(ChannelId channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  /** The device channel of this Mac and its user channels. */
  List<ChannelRow> channelsOf(ChannelId device) {
    return channels.values().stream()
        .filter(row -> row.channel.deviceChannel().equals(device))
        .toList();
  }

  boolean isEnabled(ChannelId channel) {
    return channel(channel).map(row -> row.enabled).orElse(false);
  }

  /** What waits or is under way, in the order in which it is handed out. */
  List<CommandRow> open(ChannelId channel) {
    return queue.values().stream()
        .filter(row -> row.channel.equals(channel) && !row.state.isEnded())
        .sorted(CommandRow.ORDER)
        .toList();
  }

  Optional<CommandRow> command(CommandUuid uuid, ChannelId channel) {
    return queue.values().stream()
        .filter(row -> row.command.uuid().equals(uuid) && row.channel.equals(channel))
        .findFirst();
  }

  /** One command for its channels of these teams behind this one, in their order. */
  Stream<CommandRow> rows(CommandUuid uuid, TeamScope scope, Optional<ChannelId> after) {
    return queue.values().stream()
        .filter(row -> row.command.uuid().equals(uuid) && isWithin(row, scope))
        .filter(row -> after.isEmpty() || row.channel.value().compareTo(after.get().value()) > 0)
        .sorted(Comparator.comparing(row -> row.channel.value()));
  }

  boolean isWithin(CommandRow row, TeamScope scope) {
    return scope.all() || host(row.host).filter(host -> scope.includes(host.team)).isPresent();
  }

  CommandTrail trail(CommandRow row) {
    return row.toTrail(host(row.host).map(host -> host.facts.name()).orElse(""));
  }

  void requireUnused(List<CommandOrder> orders) {
    for (CommandOrder order : orders) {
      if (commands.containsKey(order.command().uuid())) {
        throw MdmException.conflict(
            "commands.uuid_taken", "This CommandUUID was used before. Choose another one.");
      }
    }
  }

  /** Queues for the enabled channels and gives the others back. */
  List<ChannelId> enqueue(List<CommandOrder> orders, Instant now) {
    requireUnused(orders);
    List<ChannelId> skipped = new ArrayList<>();
    for (CommandOrder order : orders) {
      commands.put(order.command().uuid(), order.command());
      for (ChannelId channel : new LinkedHashSet<>(order.channels())) {
        if (isEnabled(channel)) {
          replace(order.command(), channel, now);
          add(order.command(), channels.get(channel), now);
        } else {
          skipped.add(channel);
        }
      }
    }
    return List.copyOf(new LinkedHashSet<>(skipped));
  }

  private void replace(NewCommand newer, ChannelId channel, Instant now) {
    open(channel).stream()
        .filter(row -> row.state != CommandState.SENT && row.isReplacedBy(newer))
        .forEach(row -> supersede(row, newer.requestedBy(), Optional.of(newer.uuid()), now));
  }

  void supersede(CommandRow row, String by, Optional<CommandUuid> newer, Instant now) {
    row.endedBy = by;
    row.replacedBy = newer;
    endSilently(row, CommandState.CANCELLED, now);
  }

  void cancel(CommandRow row, String by, Instant now) {
    row.endedBy = by;
    end(row, CommandState.CANCELLED, now);
  }

  private void add(NewCommand command, ChannelRow channel, Instant now) {
    CommandRow row = new CommandRow(nextId(), command, channel.channel, channel.host, now);
    queue.put(row.id, row);
    channel.nextPush = Optional.of(now);
  }

  void end(CommandRow row, CommandState state, Instant now) {
    endSilently(row, state, now);
    if (!row.command.owner().equals(NewCommand.ADMIN)) {
      publish(OutboxTopic.COMMAND_ENDED, row.channel, Optional.of(row.command.uuid().value()), now);
    }
  }

  void endSilently(CommandRow row, CommandState state, Instant now) {
    row.state = state;
    row.updatedAt = now;
  }

  void publish(OutboxTopic topic, ChannelId channel, Optional<String> uuid, Instant now) {
    OutboxRow row = new OutboxRow(nextId(), topic, channel, uuid, now);
    outbox.put(row.id, row);
  }

  void requireTeam(Optional<TeamId> team) {
    if (team.isPresent() && !teams.containsKey(team.get().value())) {
      throw MdmException.notFound("organization.team_not_found", "There is no such team.");
    }
  }

  /** Moves hosts, which are all elsewhere, and tells of those from each place. */
  void move(
      List<HostRow> moving,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity) {
    Map<Optional<TeamId>, List<Host>> from =
        moving.stream()
            .map(HostRow::toHost)
            .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()));
    for (HostRow row : moving) {
      row.team = team;
      row.mark(now);
      declarative.marks.mark(row, now);
      updates.nudgeDue.mark(row, now);
    }
    from.forEach(
        (place, hosts) ->
            write(activity.apply(new HostMove(hosts, place(place), place(team))), now));
  }

  private Optional<Place> place(Optional<TeamId> team) {
    return team.map(id -> new Place(id, teams.get(id.value()).said().name()));
  }

  private ActivityDraft withTeam(ActivityDraft draft) {
    ActivityDraft placed =
        with(
            draft,
            "team_id",
            "host_id",
            id -> host(new HostId(id)).flatMap(row -> row.team).map(TeamId::value));
    return with(
        placed,
        "team_name",
        "team_id",
        id -> Optional.ofNullable(teams.get(id)).map(row -> row.said().name()));
  }

  private static ActivityDraft with(
      ActivityDraft draft, String added, String known, Function<Long, Optional<?>> value) {
    boolean wanted =
        !draft.details().containsKey(added)
            && ActivityType.find(draft.type()).orElseThrow().fields().contains(added);
    return wanted && draft.details().get(known) instanceof Long id
        ? value.apply(id).map(found -> draft.with(added, found)).orElse(draft)
        : draft;
  }

  // What no database keeps is not kept here either.
  private static void requireWritable(Object value) {
    boolean writable =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof List;
    if (!writable) {
      throw new IllegalArgumentException("An activity cannot hold " + value.getClass());
    }
  }

  void write(ActivityDraft said, Instant now) {
    ActivityDraft draft = withTeam(said);
    draft.details().values().forEach(World::requireWritable);
    long id = nextId();
    activities.put(
        id,
        new Activity(
            id,
            now,
            draft.actor().user(),
            draft.actor().name(),
            draft.actor().email().toLowerCase(Locale.ROOT),
            draft.type(),
            draft.details()));
  }
}
