package io.pomona.simulator.mac;

import java.util.Optional;

/** Keeps the state of one Mac. */
interface MacStates {

  Optional<MacState> load();

  void save(MacState state);

  /** Forgets with the process: for tests and for fleets that live once. */
  static MacStates inMemory() {
    return new MacStates() {
      @Override
      public Optional<MacState> load() {
        return Optional.empty();
      }

      @Override
      public void save(MacState state) {
        // the Mac itself holds the state
      }
    };
  }
}
