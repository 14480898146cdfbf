package io.pomona.abm.setup;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MacSetupStore.Effects;
import io.pomona.api.abm.SetupRelease;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Macs that they may go on, again and again, but not for ever. */
final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int LONGEST_PAUSE = 5;

  // A Mac that refuses so often waits no longer: it is in use, and does not know the command.
  private static final int MOST_ATTEMPTS = 10;

  private final MacSetupStore setups;
  private final Clock clock;

  Releases(MacSetupStore setups, Clock clock) {
    this.setups = setups;
    this.clock = clock;
  }

  /** One that has failed is sent anew; one that has not been answered goes before the others. */
  void tellAgain(MacSetup setup, Instant now) {
    if (setup.release().againAt().filter(at -> at.isAfter(now)).isPresent()) {
      return;
    }
    Instant again = now.plus(pause(setup.release().attempts()));
    Optional<CommandUuid> command = setup.release().command();
    if (command.isPresent()) {
      setups.save(
          setup.withRelease(setup.release().again(again)), Effects.first(command.get()), now);
    } else {
      CommandOrder order = new SetupCommands(setup.device(), now).release("set-up: told again");
      setups.save(
          setup.withRelease(setup.release().tried(order.command().uuid(), again)),
          Effects.first(order, List.of()),
          now);
    }
  }

  static Duration pause(int attempts) {
    return PAUSE.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), LONGEST_PAUSE));
  }

  /**
   * @param actor who has not waited for what is missing
   * @return whether the Mac waited still
   */
  boolean release(MacSetup setup, Host host, Actor actor, List<String> missing) {
    ActivityDraft told =
        ActivityDraft.of(actor, "released_host_from_setup")
            .with("host_id", host.id().value())
            .with("host_serial", host.facts().serialNumber())
            .with("host_display_name", host.displayName())
            .with("missing", String.join(", ", missing));
    return release(setup, host, missing, List.of(told));
  }

  /** All has come: there is nothing to say of it. */
  boolean release(MacSetup setup, Host host) {
    return release(setup, host, List.of(), List.of());
  }

  private boolean release(
      MacSetup setup, Host host, List<String> missing, List<ActivityDraft> told) {
    Instant now = clock.instant();
    String what = String.join(", ", missing);
    CommandOrder order =
        new SetupCommands(setup.device(), now)
            .release(what.isEmpty() ? "set-up: all has come" : "set-up: released without " + what);
    MacSetup released =
        setup
            .at(SetupStage.RELEASING)
            .withRelease(
                setup.release().without(what).tried(order.command().uuid(), now.plus(PAUSE)));
    boolean first = setups.save(released, Effects.first(order, told), now);
    if (first) {
      LOG.info("{} goes on in Setup Assistant{}", host.facts().serialNumber(), without(what));
    }
    return first;
  }

  private static String without(String what) {
    return what.isEmpty() ? "" : " without " + what;
  }

  /** The Mac has refused, or the command came to nothing. */
  static MacSetup failed(MacSetup setup, Instant now) {
    SetupRelease release = setup.release();
    if (release.attempts() >= MOST_ATTEMPTS) {
      LOG.info("Host {} is not told again to go on: it refused", setup.host().value());
      return setup.at(SetupStage.ENDED);
    }
    return setup.withRelease(release.failed(now.plus(pause(release.attempts()))));
  }
}
