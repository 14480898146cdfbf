package io.pomona.simulator.main;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A simulation on this machine.
 *
 * @param state folder of the virtual Apple and of the Macs
 * @param macs how many Macs that enroll by hand
 * @param automatic how many more that wait for the virtual ABM to say where they enroll
 * @param apnsPort port of the virtual APNs; 0 takes the one of the last time, or any free one
 * @param abmPort the same of the virtual ABM
 * @param threads how many Macs talk at the same time
 * @param pollEvery how often a Mac polls without a push
 */
public record SimulationSettings(
    Path state,
    int macs,
    int automatic,
    int apnsPort,
    int abmPort,
    int threads,
    Duration pollEvery) {

  public SimulationSettings {
    if (macs < 0 || automatic < 0 || threads < 1) {
      throw new IllegalArgumentException("A simulation needs Macs and at least one thread");
    }
  }

  /** Without Macs that enroll automatically, on any port. */
  public static SimulationSettings of(Path state, int macs, int threads, Duration pollEvery) {
    return new SimulationSettings(state, macs, 0, 0, 0, threads, pollEvery);
  }

  public SimulationSettings automatic(int more) {
    return new SimulationSettings(state, macs, more, apnsPort, abmPort, threads, pollEvery);
  }

  Path apple() {
    return state.resolve("apple");
  }
}
