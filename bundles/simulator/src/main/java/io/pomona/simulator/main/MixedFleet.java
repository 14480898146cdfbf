package io.pomona.simulator.main;

import io.pomona.simulator.mac.MacHardware;

/**
 * Macs as organizations have them: of ten, one is too old for declarations of updates, one for
 * declarations, and one has Intel's processor.
 */
public final class MixedFleet implements Population {

  /** Seeds of the Macs that enroll automatically, far from those of the others. */
  private static final long FIRST_AUTOMATIC = 1_000_000;

  @Override
  public MacHardware byHand(long number) {
    return switch ((int) (number % 10)) {
      case 3 -> MacHardware.seeded(number).updated("13.7.1", "22H221");
      case 5 -> MacHardware.intel(number);
      case 7 -> MacHardware.seeded(number).updated("12.7.6", "21H1320");
      default -> MacHardware.seeded(number);
    };
  }

  @Override
  public MacHardware automatic(long number) {
    return MacHardware.seeded(FIRST_AUTOMATIC + number);
  }
}
