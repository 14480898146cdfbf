package io.pomona.updates.declarations;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandState;
import io.pomona.api.updates.HostDeclarationStore;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Mac that did not take what it was told is told again, much later. */
@Component
public final class DeclarationOutcomes implements CommandOutcomeListener {
  static final Duration LATER = Duration.ofHours(6);
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  private final HostDeclarationStore store;
  private final Clock clock;

  @Activate
  public DeclarationOutcomes(@Reference HostDeclarationStore store) {
    this(store, Clock.systemUTC());
  }

  DeclarationOutcomes(HostDeclarationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return DeclarationSweep.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    if (outcome.command().state() != CommandState.ACKNOWLEDGED) {
      LOG.info(
          "Host {} did not take word of its declarations and is told again later",
          outcome.command().host().value());
      store.lost(outcome.command().channel(), clock.instant().plus(LATER));
    }
  }
}
