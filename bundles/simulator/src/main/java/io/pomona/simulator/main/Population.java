package io.pomona.simulator.main;

import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.MacHardware;

/** Which Macs a simulation has, and how they take commands; by number, from 1. */
public interface Population {

  /** One that enrolls by hand; the same number gives the same Mac. */
  MacHardware byHand(long number);

  /** One that waits for ABM. */
  MacHardware automatic(long number);

  /** Of one that enrolls by hand. */
  default BehaviourScript manners(long number) {
    return BehaviourScript.obedient();
  }
}
