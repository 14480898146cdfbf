package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.mac.scep.ScepClient;
import io.pomona.simulator.wire.Wires;
import java.time.Clock;

/** What surrounds a Mac: its network, its keys, its clock and its manners. */
public record MacSetup(
    MacOptions options,
    Wires wires,
    KeySource keys,
    Clock clock,
    Pause pause,
    BehaviourScript behaviour) {

  public static MacSetup real(Wires wires) {
    return new MacSetup(
        MacOptions.modern(),
        wires,
        KeySource.fresh(),
        Clock.systemUTC(),
        Pause.real(),
        BehaviourScript.obedient());
  }

  public MacSetup with(MacOptions other) {
    return new MacSetup(other, wires, keys, clock, pause, behaviour);
  }

  public MacSetup with(Wires other) {
    return new MacSetup(options, other, keys, clock, pause, behaviour);
  }

  public MacSetup with(KeySource other) {
    return new MacSetup(options, wires, other, clock, pause, behaviour);
  }

  public MacSetup with(Clock other) {
    return new MacSetup(options, wires, keys, other, pause, behaviour);
  }

  public MacSetup with(Pause other) {
    return new MacSetup(options, wires, keys, clock, other, behaviour);
  }

  public MacSetup with(BehaviourScript other) {
    return new MacSetup(options, wires, keys, clock, pause, other);
  }

  ScepClient scep() {
    return new ScepClient(options.scep(), keys, clock, pause);
  }
}
