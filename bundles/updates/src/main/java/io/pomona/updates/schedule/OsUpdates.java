package io.pomona.updates.schedule;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.HostUpdates;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.updates.declarations.WantedDeclarations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds, schedules and follows updates of one Mac by commands, as a person asks for it. */
@Component(service = OsUpdates.class)
public final class OsUpdates {
  private final OsUpdateStore store;
  private final HostStore hosts;
  private final CommandQueueStore queue;
  private final OsUpdateObstacles obstacles;
  private final Access access;
  private final Clock clock;

  @Activate
  public OsUpdates(
      @Reference OsUpdateStore store,
      @Reference HostStore hosts,
      @Reference CommandQueueStore queue,
      @Reference HostUpdates updates,
      @Reference WantedDeclarations declarations,
      @Reference BootstrapTokenStore tokens,
      @Reference Access access) {
    this(
        store,
        hosts,
        queue,
        new OsUpdateObstacles(updates, declarations, tokens),
        access,
        Clock.systemUTC());
  }

  OsUpdates(
      OsUpdateStore store,
      HostStore hosts,
      CommandQueueStore queue,
      OsUpdateObstacles obstacles,
      Access access,
      Clock clock) {
    this.store = store;
    this.hosts = hosts;
    this.queue = queue;
    this.obstacles = obstacles;
    this.access = access;
    this.clock = clock;
  }

  /** A Mac with what is known of its updates. */
  public record Known(Host host, OsUpdateStanding standing) {}

  /**
   * @param warnings sentences
   */
  public record Scheduled(CommandUuid command, List<String> warnings) {}

  /**
   * @param found the host that was named, if it exists
   * @throws MdmException not found, forbidden
   */
  public Known known(Actor actor, Optional<Host> found) {
    Host host = require(actor, Permission.VIEW_HOSTS, found);
    return new Known(host, store.of(host.id()));
  }

  /**
   * Has the Mac look for updates; what it finds is listed when it has answered twice.
   *
   * @param force even if it has looked a moment ago
   * @throws MdmException not found, forbidden, conflict with the reason
   */
  public CommandUuid scan(Actor actor, Optional<Host> found, boolean force) {
    ChannelId mac = managed(require(actor, Permission.RUN_COMMANDS, found));
    return send(actor, OsUpdateCommands.scan(mac, force, actor.name(), clock.instant()));
  }

  /** Asks how far the Mac is; else as {@link #scan}. */
  public CommandUuid status(Actor actor, Optional<Host> found) {
    ChannelId mac = managed(require(actor, Permission.RUN_COMMANDS, found));
    return send(actor, OsUpdateCommands.status(mac, actor.name(), clock.instant()));
  }

  /**
   * Tells the Mac to install an update.
   *
   * @throws MdmException invalid with all that is wrong; else as {@link #scan}
   */
  public Scheduled schedule(Actor actor, Optional<Host> found, OsUpdateWish wish) {
    Host host = require(actor, Permission.RUN_COMMANDS, found);
    HostInventory inventory = hosts.inventory(host.id());
    ChannelId mac = OsUpdateObstacles.requireManaged(host, inventory);
    obstacles.requireNoDeclaration(host);
    OsUpdateStanding standing = store.of(host.id());
    OsUpdateItem item =
        new OsUpdateRules(
                OsVersion.parse(host.facts().osVersion()), OsUpdateProgress.available(standing))
            .check(wish);
    Instant now = clock.instant();
    CommandOrder command = OsUpdateCommands.schedule(mac, item, actor.name(), now);
    CommandUuid uuid = command.command().uuid();
    OsUpdateOrder order = new OsUpdateOrder(uuid, item, actor.name(), now);
    store.order(
        host.id(), order, command, activity(actor, host, order, standing), within(actor), now);
    return new Scheduled(uuid, obstacles.warnings(mac, inventory, item.installAction()));
  }

  private static ActivityDraft activity(
      Actor actor, Host host, OsUpdateOrder order, OsUpdateStanding before) {
    OsUpdateStanding after =
        new OsUpdateStanding(
            before.available(),
            Optional.of(order),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty());
    String product = order.item().productKey().orElse("");
    return ActivityDraft.of(actor, "scheduled_os_update")
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.displayName())
        .with("command_uuid", order.command().value())
        .with("version", OsUpdateProgress.version(after).orElse(product))
        .with("install_action", order.item().installAction().label());
  }

  private ChannelId managed(Host host) {
    return OsUpdateObstacles.requireManaged(host, hosts.inventory(host.id()));
  }

  private CommandUuid send(Actor actor, CommandOrder order) {
    queue.enqueue(List.of(order), List.of(), within(actor), clock.instant());
    return order.command().uuid();
  }

  /** Looked at once more when it is queued: the Mac may have moved meanwhile. */
  private TeamScope within(Actor actor) {
    return access.scope(actor, Permission.RUN_COMMANDS);
  }

  private Host require(Actor actor, Permission permission, Optional<Host> found) {
    Host host = found.orElseThrow(OsUpdates::unknown);
    access.require(actor, permission, host.team(), OsUpdates::unknown);
    return host;
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "enrollment.host_not_found", "There is no such host; list the hosts.");
  }
}
