package io.pomona.profiles;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.profiles.DesiredState.Wanted;
import io.pomona.profiles.HostPlan.Install;
import io.pomona.profiles.HostPlan.Removal;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The difference between what a Mac should have and what is known of it. */
final class ProfileDiff {
  /** Kept while new bytes are under way whose arrival a ProfileList cannot show. */
  static final String SAME_UUID =
      "The content has changed under the same PayloadUUID, so only the Mac's own answer counts.";

  /** After this, the history is asked whether an installation or removal is still under way. */
  private static final Duration TRUSTED = Duration.ofHours(1);

  /** A verified profile is looked for again when it was last seen before this. */
  static final Duration LOOK_AGAIN = Duration.ofHours(12);

  private final CommandHistoryStore history;
  private final Instant now;
  private final Map<CommandUuid, Boolean> asked = new HashMap<>();

  /**
   * @param history asked once for each command, so that this serves one host at one time
   */
  ProfileDiff(CommandHistoryStore history, Instant now) {
    this.history = history;
    this.now = now;
  }

  HostPlan of(Host host, ChannelId channel, DesiredState desired, List<HostProfile> rows) {
    HostPlan plan = new HostPlan(host, channel);
    Map<String, HostProfile> known =
        rows.stream().collect(Collectors.toMap(HostProfile::identifier, Function.identity()));
    for (Wanted wanted : desired.all()) {
      HostProfile row = known.get(wanted.profile().identifier());
      if (row == null) {
        plan.installs.add(new Install(wanted, 0, ""));
      } else {
        wanted(plan, wanted, row);
      }
    }
    rows.stream()
        .filter(row -> !desired.wants(row.identifier()) && desired.answersFor(row.contributor()))
        .forEach(row -> unwanted(plan, row));
    return plan;
  }

  private void wanted(HostPlan plan, Wanted wanted, HostProfile row) {
    DesiredProfile profile = wanted.profile();
    boolean same = row.contentSha256().equals(profile.contentSha256());
    if (row.operation() == ProfileOperation.REMOVE || !same) {
      supersede(plan, row);
      boolean sameUuid = !same && row.payloadUuid().equals(profile.payloadUuid());
      plan.installs.add(new Install(wanted, 0, sameUuid ? SAME_UUID : ""));
      return;
    }
    HostProfile owned = Row.contributedBy(row, wanted.contributor().name());
    boolean idle = !awaits(plan, row);
    plan.awaitsInstall |= !idle && row.status() == ProfileStatus.PENDING;
    if (idle && row.status() == ProfileStatus.PENDING) {
      plan.installs.add(new Install(wanted, row.retries(), row.detail()));
    } else if (idle && isToBeLookedFor(row)) {
      plan.lookups.add(owned);
    } else if (!owned.equals(row)) {
      plan.corrections.add(owned);
    }
  }

  private boolean isToBeLookedFor(HostProfile row) {
    return row.status() == ProfileStatus.VERIFYING
        || row.status() == ProfileStatus.VERIFIED && row.updatedAt().plus(LOOK_AGAIN).isBefore(now);
  }

  private void unwanted(HostPlan plan, HostProfile row) {
    if (plan.isInstalling()) {
      putOff(plan, row);
    } else if (row.operation() == ProfileOperation.INSTALL) {
      supersede(plan, row);
      plan.removals.add(new Removal(row, 0));
    } else if (row.status() == ProfileStatus.PENDING && !awaits(plan, row)) {
      plan.removals.add(new Removal(row, row.retries()));
    }
  }

  // Each installation that ends marks the host again. What was not sent yet need not be sent.
  private static void putOff(HostPlan plan, HostProfile row) {
    if (row.operation() == ProfileOperation.INSTALL && row.status() == ProfileStatus.PENDING) {
      supersede(plan, row);
      plan.corrections.add(Row.leaving(row));
    }
  }

  // A command that waits could be handed out after its successor, when it was put off by NotNow.
  private static void supersede(HostPlan plan, HostProfile row) {
    if (row.status() == ProfileStatus.PENDING) {
      row.command().ifPresent(uuid -> plan.superseded.add(new Superseded(uuid, plan.channel)));
    }
  }

  boolean awaits(HostPlan plan, HostProfile row) {
    return row.command().filter(uuid -> isTrusted(row) || isUnderWay(plan, uuid)).isPresent();
  }

  // A list is shared by what is acknowledged until it is answered. It may just have been, so that a
  // profile would wait for an answer that has been and gone: of a list the history is always asked.
  private boolean isTrusted(HostProfile row) {
    return row.status() == ProfileStatus.PENDING && row.updatedAt().plus(TRUSTED).isAfter(now);
  }

  private boolean isUnderWay(HostPlan plan, CommandUuid uuid) {
    return asked.computeIfAbsent(
        uuid,
        command ->
            history
                .find(command, plan.channel)
                .filter(record -> !record.state().isEnded())
                .isPresent());
  }
}
