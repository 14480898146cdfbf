package io.pomona.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.RenewalStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a renewal is tried again. After an acknowledgement the Mac has a day to check in under
 * its new identity; after an error it is asked again later and later. Attempts that were cancelled
 * or ran out are due by their deadline without us.
 */
@Component
public final class RenewalOutcomes implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(RenewalOutcomes.class);
  private static final Duration UNTIL_CHECK_IN = Duration.ofDays(1);
  private static final Duration FIRST_PAUSE = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;
  private static final int HISTORY = 100;

  private final RenewalStore renewals;
  private final CommandHistoryStore history;
  private final Clock clock;

  @Activate
  public RenewalOutcomes(@Reference RenewalStore renewals, @Reference CommandHistoryStore history) {
    this(renewals, history, Clock.systemUTC());
  }

  RenewalOutcomes(RenewalStore renewals, CommandHistoryStore history, Clock clock) {
    this.renewals = renewals;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return IdentityRenewal.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    switch (command.state()) {
      case ACKNOWLEDGED -> postpone(command, UNTIL_CHECK_IN);
      case ERROR, FORMAT_ERROR -> {
        LOG.info("Mac {} refused its new identity: {}", command.channel(), command.detail());
        postpone(command, pause(command));
      }
      default -> LOG.debug("Renewal of {} ended: {}", command.channel(), command.state());
    }
  }

  private void postpone(CommandRecord command, Duration pause) {
    renewals.postpone(command.channel().deviceChannel(), clock.instant().plus(pause));
  }

  // Doubles with each refusal in a row, up to about five days.
  private Duration pause(CommandRecord command) {
    long refused =
        history.list(Optional.of(command.host()), PageRequest.first(HISTORY)).stream()
            .filter(each -> each.owner().equals(IdentityRenewal.OWNER))
            .takeWhile(RenewalOutcomes::isRefusal)
            .count();
    return FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(refused - 1, 0), DOUBLINGS));
  }

  private static boolean isRefusal(CommandRecord command) {
    return command.state() == CommandState.ERROR || command.state() == CommandState.FORMAT_ERROR;
  }
}
