package io.pomona.escrow;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A Mac over stores in memory, and an admin who may do everything. */
public final class LockWorld {
  public final SettableClock clock = new SettableClock();
  public final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  public final FakeSecretVault vault = new FakeSecretVault();
  public final EscrowHosts hosts = new EscrowHosts(stores.hosts(), new AllAllowed());
  public final HandOut handOut = new HandOut(stores.commandTimeline());
  public final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());

  /** Nobody is refused anything. */
  private static final class AllAllowed implements Access {
    @Override
    public boolean mayAnywhere(Actor actor, Permission permission) {
      return true;
    }

    @Override
    public void require(Actor actor, Permission permission, Optional<TeamId> team) {
      // Everything is allowed.
    }

    @Override
    public void require(
        Actor actor, Permission permission, Optional<TeamId> team, Supplier<MdmException> unknown) {
      // Everything is allowed.
    }

    @Override
    public TeamScope scope(Actor actor, Permission permission) {
      return TeamScope.everywhere();
    }
  }

  public Host host() {
    return stores.hosts().find(mac.host()).orElseThrow();
  }

  /** What the Mac gets when it polls now. */
  public Optional<RawCommand> poll() {
    return exchange(Reports.idle(mac.channel()));
  }

  public Optional<RawCommand> exchange(CommandReportEntry report) {
    stores.enrollments().seen(mac.channel(), clock.instant());
    return stores.commandQueue().exchange(report, clock.instant()).map(RawCommand::parse);
  }

  /** Tells the listener of everything that has ended. */
  public void tell(CommandOutcomeListener listener) {
    Instant now = clock.instant();
    List<OutboxItem> items =
        stores.outbox().lease(Set.of(OutboxTopic.COMMAND_ENDED), 100, now, Duration.ofMinutes(1));
    for (OutboxItem item : items) {
      CommandUuid uuid = new CommandUuid(item.commandUuid().orElseThrow());
      stores
          .commandHistory()
          .find(uuid, item.channel())
          .filter(command -> command.owner().equals(listener.owner()))
          .ifPresent(
              command ->
                  listener.ended(
                      new CommandOutcome(
                          command, stores.commandHistory().result(uuid, item.channel()))));
    }
    stores.outbox().done(items.stream().map(OutboxItem::id).toList());
  }

  /** What the Mac says of itself. */
  public void says(PlistDict deviceInformation, PlistDict securityInfo) {
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.empty(),
            new HostInventory(Optional.of(deviceInformation), Optional.of(securityInfo)),
            clock.instant());
  }

  public void enrollsAnew() {
    String certificate = Fixtures.hash("anew " + clock.instant());
    stores.enrollments().start(Fixtures.start(mac.channel(), certificate, 1, clock.instant()));
    stores.enrollments().token(Fixtures.token(mac.channel(), clock.instant()));
  }

  public List<String> activities() {
    return stores.activities().newest(PageRequest.first(100)).stream().map(Activity::type).toList();
  }

  public String key(RawCommand command, String name) {
    return command.body().keys().string(name).orElseThrow();
  }
}
