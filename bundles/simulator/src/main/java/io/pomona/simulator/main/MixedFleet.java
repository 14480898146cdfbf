package io.pomona.simulator.main;

import io.pomona.simulator.mac.MacHardware;

/**
 * Macs as organizations have them: of ten, one is too old for declarations of updates, one for
 * declarations, and one has Intel's processor.
 */
final class MixedFleet {

  private MixedFleet() {}

  /** The same number gives the same Mac. */
  static MacHardware mac(long number) {
    return switch ((int) (number % 10)) {
      case 3 -> MacHardware.seeded(number).updated("13.7.1", "22H221");
      case 5 -> MacHardware.intel(number);
      case 7 -> MacHardware.seeded(number).updated("12.7.6", "21H1320");
      default -> MacHardware.seeded(number);
    };
  }
}
