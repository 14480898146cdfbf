package io.pomona.updates.schedule;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import io.pomona.protocol.inventory.OsUpdateStatus;
import io.pomona.protocol.inventory.UpdateResult;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what Macs answer about their updates; an answer that cannot be read changes nothing. */
@Component
public final class OsUpdateOutcomes implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  private final OsUpdateStore store;
  private final CommandQueueStore queue;
  private final Clock clock;

  @Activate
  public OsUpdateOutcomes(@Reference OsUpdateStore store, @Reference CommandQueueStore queue) {
    this(store, queue, Clock.systemUTC());
  }

  OsUpdateOutcomes(OsUpdateStore store, CommandQueueStore queue, Clock clock) {
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return OsUpdateCommands.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    switch (command.requestType()) {
      case "ScheduleOSUpdateScan" -> scanned(command);
      case "AvailableOSUpdates" ->
          report(outcome, AvailableOsUpdate.KEY)
              .ifPresent(list -> store.listed(command.host(), list));
      case "ScheduleOSUpdate" -> scheduled(outcome);
      case "OSUpdateStatus" ->
          report(outcome, OsUpdateStatus.KEY)
              .ifPresent(progress -> store.progressed(command.host(), progress));
      default -> LOG.debug("{} is nothing that this slice sends", command.requestType());
    }
  }

  private void scanned(CommandRecord scan) {
    if (scan.state() == CommandState.ACKNOWLEDGED) {
      Instant now = clock.instant();
      queue.enqueue(
          List.of(OsUpdateCommands.available(scan.channel(), scan.requestedBy(), now)),
          List.of(),
          now);
    }
  }

  private void scheduled(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    Optional<OsUpdateReport> results = report(outcome, UpdateResult.KEY);
    String failure =
        command.state() == CommandState.ACKNOWLEDGED
            ? results.map(OsUpdateOutcomes::failure).orElse("")
            : unanswered(command);
    Optional<Instant> askAt =
        failure.isEmpty()
            ? Optional.of(command.updatedAt().plus(OsUpdateFollowing.FIRST))
            : Optional.empty();
    store.answered(command.host(), command.uuid(), results, failure, askAt);
  }

  /** Empty when the Mac will do any of it. */
  private static String failure(OsUpdateReport report) {
    List<UpdateResult> results = UpdateResult.read(report.answer());
    return !results.isEmpty() && results.stream().allMatch(UpdateResult::isError)
        ? results.stream().map(OsUpdateWords::of).distinct().collect(Collectors.joining(" "))
        : "";
  }

  private static String unanswered(CommandRecord command) {
    return switch (command.state()) {
      case CANCELLED -> "The command was cancelled.";
      case EXPIRED -> "The Mac did not answer in time.";
      default ->
          command.detail().isEmpty()
              ? "The Mac refused the command."
              : "The Mac refused the command: " + command.detail();
    };
  }

  /** Only the part that is asked for, as it came. */
  private static Optional<OsUpdateReport> report(CommandOutcome outcome, String key) {
    return outcome
        .answer()
        .filter(answer -> outcome.command().state() == CommandState.ACKNOWLEDGED)
        .flatMap(answer -> read(answer, outcome.command()))
        .filter(answer -> answer.asMap().get(key) instanceof List<?>)
        .map(answer -> PlistDict.of().with(key, answer.array(key)))
        .map(answer -> new OsUpdateReport(answer, outcome.command().updatedAt()));
  }

  private static Optional<PlistDict> read(byte[] answer, CommandRecord command) {
    try {
      return Optional.of(PlistReader.read(answer));
    } catch (MalformedPlistException e) {
      LOG.info("Answer {} of {} cannot be read", command.uuid().value(), command.channel());
      return Optional.empty();
    }
  }
}
