package io.pomona.profiles;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.profiles.HostPlan.Install;
import io.pomona.profiles.HostPlan.Removal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What follows from the plans for many hosts, to be stored in one transaction. */
final class BatchChanges {
  private final Instant now;
  private final CommandBatch commands;
  private final List<HostProfile> upserts = new ArrayList<>();
  private final List<Superseded> superseded = new ArrayList<>();

  BatchChanges(Instant now) {
    this.now = now;
    this.commands = new CommandBatch(now);
  }

  Instant now() {
    return now;
  }

  /** Adds all of the plan, or throws and adds nothing. */
  void add(HostPlan plan, List<HostProfile> rows, Predicate<HostProfile> awaits) {
    for (Install install : plan.installs) {
      commands.load(
          install.wanted().profile().contentSha256(),
          install.wanted().profile().name(),
          () -> install.wanted().content(plan.host));
    }
    upserts.addAll(plan.corrections);
    List<HostProfile> newer = new ArrayList<>();
    plan.installs.forEach(install -> newer.add(row(plan, install)));
    plan.removals.forEach(removal -> newer.add(row(plan, removal)));
    upserts.addAll(newer);
    plan.superseded.forEach(old -> superseded.add(replaced(old, rows, newer)));
    if (!plan.lookups.isEmpty()) {
      CommandUuid list = listUnderWay(rows, awaits).orElseGet(() -> commands.list(plan.channel));
      plan.lookups.forEach(row -> upserts.add(Row.listedBy(row, list)));
    }
  }

  /** With the command that the same profile has now. */
  private static Superseded replaced(
      Superseded old, List<HostProfile> rows, List<HostProfile> newer) {
    Optional<CommandUuid> by =
        rows.stream()
            .filter(row -> row.command().equals(Optional.of(old.uuid())))
            .flatMap(row -> newer.stream().filter(now -> now.identifier().equals(row.identifier())))
            .findFirst()
            .flatMap(HostProfile::command);
    return new Superseded(old.uuid(), old.channel(), by);
  }

  // Whatever was acknowledged before a waiting list is answered will be seen in it.
  private static Optional<CommandUuid> listUnderWay(
      List<HostProfile> rows, Predicate<HostProfile> awaits) {
    return rows.stream()
        .filter(
            row ->
                row.status() == ProfileStatus.VERIFYING || row.status() == ProfileStatus.VERIFIED)
        .filter(awaits)
        .findFirst()
        .flatMap(HostProfile::command);
  }

  private HostProfile row(HostPlan plan, Install install) {
    DesiredProfile profile = install.wanted().profile();
    return new HostProfile(
        plan.host.id(),
        install.wanted().contributor().name(),
        profile.identifier(),
        profile.name(),
        profile.payloadUuid(),
        profile.contentSha256(),
        ProfileOperation.INSTALL,
        ProfileStatus.PENDING,
        Optional.of(commands.install(profile.contentSha256(), plan.channel)),
        install.note(),
        install.retries(),
        now);
  }

  private HostProfile row(HostPlan plan, Removal removal) {
    CommandUuid command =
        commands.remove(removal.row().identifier(), removal.row().name(), plan.channel);
    return Row.removal(removal.row(), command, removal.retries(), now);
  }

  HostProfileChanges with(List<HostId> reconciled) {
    List<CommandOrder> orders = commands.orders();
    return new HostProfileChanges(upserts, List.of(), orders, reconciled, superseded);
  }
}
