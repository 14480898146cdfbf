package io.pomona.simulator.main;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A simulation on this machine.
 *
 * @param state folder of the virtual Apple and of the Macs
 * @param macs how many Macs
 * @param apnsPort port of the virtual APNs; 0 takes the one of the last time, or any free one
 * @param threads how many Macs talk at the same time
 * @param pollEvery how often a Mac polls without a push
 */
public record SimulationSettings(
    Path state, int macs, int apnsPort, int threads, Duration pollEvery) {

  public SimulationSettings {
    if (macs < 0 || threads < 1) {
      throw new IllegalArgumentException("A simulation needs Macs and at least one thread");
    }
  }
}
