package io.pomona.commands;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.outbox.OutboxTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the slice that asked how its command ended. Whoever throws, or is not there, is told again
 * later; the others need not wait for it.
 */
final class OutcomeDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeDelivery.class);
  private static final Set<OutboxTopic> TOPICS = Set.of(OutboxTopic.COMMAND_ENDED);
  private static final int BATCH = 200;
  private static final int PATIENT_ATTEMPTS = 3;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(30);

  private final OutboxStore outbox;
  private final CommandHistoryStore history;
  private final List<CommandOutcomeListener> listeners;
  private final Clock clock;

  /**
   * @param listeners read for each outcome, may change meanwhile
   */
  OutcomeDelivery(
      OutboxStore outbox,
      CommandHistoryStore history,
      List<CommandOutcomeListener> listeners,
      Clock clock) {
    this.outbox = outbox;
    this.history = history;
    this.listeners = listeners;
    this.clock = clock;
  }

  void sweep() {
    List<OutboxItem> items;
    do {
      items = outbox.lease(TOPICS, BATCH, clock.instant(), LEASE);
      List<Long> done = new ArrayList<>();
      for (OutboxItem item : items) {
        if (deliver(item)) {
          done.add(item.id());
        } else {
          outbox.retry(item.id(), clock.instant().plus(pause(item.attempts())));
        }
      }
      outbox.done(done);
    } while (items.size() == BATCH);
  }

  private boolean deliver(OutboxItem item) {
    Optional<CommandUuid> uuid = item.commandUuid().map(CommandUuid::new);
    Optional<CommandRecord> command = uuid.flatMap(id -> history.find(id, item.channel()));
    if (command.isEmpty() || command.get().owner().equals(NewCommand.ADMIN)) {
      return true;
    }
    List<CommandOutcomeListener> told =
        listeners.stream().filter(l -> l.owner().equals(command.get().owner())).toList();
    if (told.isEmpty()) {
      return false;
    }
    Optional<byte[]> answer = history.result(uuid.get(), item.channel());
    return tell(told, new CommandOutcome(command.get(), answer), item.attempts());
  }

  private boolean tell(List<CommandOutcomeListener> told, CommandOutcome outcome, int attempts) {
    boolean all = true;
    for (CommandOutcomeListener listener : told) {
      try {
        listener.ended(outcome);
      } catch (RuntimeException e) {
        all = false;
        log(outcome.command(), attempts, e);
      }
    }
    return all;
  }

  private static void log(CommandRecord command, int attempts, RuntimeException e) {
    String sentence = "{} did not take the outcome of {} {}, it is told again";
    if (attempts == PATIENT_ATTEMPTS) {
      LOG.warn(sentence, command.owner(), command.requestType(), command.uuid().value(), e);
    } else {
      LOG.debug(sentence, command.owner(), command.requestType(), command.uuid().value(), e);
    }
  }

  private static Duration pause(int attempts) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 12));
    return pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause;
  }
}
