package io.pomona.profiles;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.HostProfileStore.Removed;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes note of how the commands of this slice ended, and marks the host so that the reconciler
 * does what follows. It marks on every call, also when it has nothing to change: the call may be
 * the repetition of one that was cut off between the two.
 */
@Component
public final class ProfileOutcomes implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.profiles");

  private final HostProfileStore store;
  private final CommandHistoryStore history;
  private final Clock clock;

  @Activate
  public ProfileOutcomes(
      @Reference HostProfileStore store, @Reference CommandHistoryStore history) {
    this(store, history, Clock.systemUTC());
  }

  ProfileOutcomes(HostProfileStore store, CommandHistoryStore history, Clock clock) {
    this.store = store;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return CommandBatch.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    switch (command.requestType()) {
      case "InstallProfile" -> {
        change(command, row -> installed(row, command));
        store.markDirty(List.of(command.host()), clock.instant());
      }
      case "RemoveProfile" -> {
        change(command, row -> removed(row, outcome));
        store.markDirty(List.of(command.host()), clock.instant());
      }
      case "ProfileList" -> {
        change(command, listed(outcome));
        markAfterList(command);
      }
      default -> LOG.debug("{} is nothing that this slice sends", command.requestType());
    }
  }

  private void change(CommandRecord cause, Function<HostProfile, Optional<HostProfile>> step) {
    HostId host = cause.host();
    List<HostProfile> rows = rows(host);
    List<HostProfile> upserts =
        rows.stream()
            .flatMap(row -> step.apply(row).filter(after -> !after.equals(row)).stream())
            .toList();
    List<Removed> removed =
        rows.stream()
            .filter(row -> step.apply(row).isEmpty())
            .map(row -> new Removed(host, row.identifier()))
            .toList();
    if (!upserts.isEmpty() || !removed.isEmpty()) {
      upserts.forEach(ProfileOutcomes::log);
      List<Superseded> needless = needless(rows, upserts, cause);
      store.save(
          new HostProfileChanges(upserts, removed, List.of(), List.of(), needless),
          clock.instant());
    }
  }

  /** Installations that are seen to have happened before they were answered: not to be repeated. */
  private static List<Superseded> needless(
      List<HostProfile> before, List<HostProfile> after, CommandRecord cause) {
    Set<String> seen =
        after.stream()
            .filter(row -> row.status() == ProfileStatus.VERIFIED)
            .map(HostProfile::identifier)
            .collect(Collectors.toSet());
    return before.stream()
        .filter(row -> row.status() == ProfileStatus.PENDING && seen.contains(row.identifier()))
        .flatMap(row -> row.command().stream())
        .map(uuid -> new Superseded(uuid, cause.channel()))
        .toList();
  }

  private List<HostProfile> rows(HostId host) {
    return store.statuses(List.of(host)).getOrDefault(host, List.of());
  }

  private static void log(HostProfile row) {
    if (row.status() == ProfileStatus.FAILED) {
      LOG.info(
          "Profile {} failed on host {}: {}", row.identifier(), row.host().value(), row.detail());
    }
  }

  private static boolean waitsFor(
      HostProfile row, CommandRecord command, ProfileOperation operation) {
    return row.status() == ProfileStatus.PENDING
        && row.operation() == operation
        && row.command().equals(Optional.of(command.uuid()));
  }

  private static Optional<HostProfile> installed(HostProfile row, CommandRecord command) {
    if (!waitsFor(row, command, ProfileOperation.INSTALL)) {
      return Optional.of(row);
    }
    Instant at = command.updatedAt();
    return Optional.of(
        switch (command.state()) {
          case ACKNOWLEDGED -> Row.verifying(row, at);
          case ERROR, FORMAT_ERROR -> Row.refused(row, Refusal.reason(command), at);
          case CANCELLED, EXPIRED -> Row.unsent(row, at);
          case QUEUED, SENT, NOT_NOW -> row;
        });
  }

  private static Optional<HostProfile> removed(HostProfile row, CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    if (!waitsFor(row, command, ProfileOperation.REMOVE)) {
      return Optional.of(row);
    }
    Instant at = command.updatedAt();
    return switch (command.state()) {
      case ACKNOWLEDGED -> Optional.empty();
      case ERROR, FORMAT_ERROR ->
          Refusal.saysNotInstalled(outcome)
              ? Optional.empty()
              : Optional.of(Row.refused(row, Refusal.reason(command), at));
      case CANCELLED, EXPIRED -> Optional.of(Row.unsent(row, at));
      case QUEUED, SENT, NOT_NOW -> Optional.of(row);
    };
  }

  private Function<HostProfile, Optional<HostProfile>> listed(CommandOutcome outcome) {
    CommandRecord list = outcome.command();
    Optional<ProfileListReport> report =
        outcome
            .answer()
            .filter(answer -> list.state() == CommandState.ACKNOWLEDGED)
            .flatMap(ProfileListReport::read);
    if (report.isPresent()) {
      return new ListVerdict(list, report.get(), history)::of;
    }
    return row ->
        Optional.of(row.command().equals(Optional.of(list.uuid())) ? Row.unlisted(row) : row);
  }

  // Also when nothing is left to be done: the reconciler may be about to let more wait for this
  // list.
  private void markAfterList(CommandRecord list) {
    Instant at =
        rows(list.host()).stream()
            .filter(row -> row.command().isEmpty())
            .flatMap(row -> next(row, list).stream())
            .min(Instant::compareTo)
            .orElseGet(clock::instant);
    store.markDirty(List.of(list.host()), at);
  }

  // What is missing is looked for again when its time of grace is over, not before.
  private Optional<Instant> next(HostProfile row, CommandRecord list) {
    Instant now = clock.instant();
    return switch (row.status()) {
      case PENDING -> Optional.of(now);
      case VERIFYING ->
          Optional.of(
              row.updatedAt().isAfter(list.updatedAt())
                  ? now
                  : list.updatedAt().plus(ListVerdict.GRACE));
      case VERIFIED, FAILED -> Optional.empty();
    };
  }
}
