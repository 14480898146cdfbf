package io.pomona.simulator.mac;

import io.pomona.simulator.mac.declarative.DeclarativeEngine;
import io.pomona.simulator.mac.declarative.Enforcement;
import io.pomona.simulator.mac.declarative.Messenger;
import io.pomona.simulator.mac.update.UpdateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What a Mac does by itself after it talked: declarations, and the update it is at. */
final class SelfCare {

  private final MacState state;
  private final DeclarativeEngine declarative;
  private final UpdateEngine update;

  SelfCare(MacState state, DeclarativeEngine declarative, UpdateEngine update) {
    this.state = state;
    this.declarative = declarative;
    this.update = update;
  }

  boolean needed() {
    return state.declarations().enabled() || state.updates().progress().pending();
  }

  /** Tells when to come back; empty: with the next poll. */
  Optional<Duration> run(Messenger messenger) throws IOException {
    declarative.run(messenger);
    Optional<Enforcement> enforcement = declarative.enforcement();
    update.step(enforcement);
    declarative.run(messenger);
    return update.again(enforcement);
  }

  void reportFully(Messenger messenger) throws IOException {
    declarative.reportFully(messenger);
  }

  /** The user does not wait; each step of it is reported. */
  void install(Messenger messenger) throws IOException {
    if (!update.begunByUser()) {
      throw new IllegalStateException("There is no update that this Mac is at");
    }
    declarative.run(messenger);
    update.step(declarative.enforcement());
    declarative.run(messenger);
  }
}
