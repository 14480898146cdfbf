package io.pomona.api.escrow;

import java.time.Instant;
import java.util.List;

/**
 * Current recovery keys of enrolled Macs that it is time to replace; those whose replacement is
 * under way are left out.
 */
public interface DueKeyStore {
  /** Minutes of a day, over which all Macs are spread by their serial number. */
  int SLOTS = 1440;

  /**
   * Keys that were first seen by somebody up to this time, the longest ago first. They are due
   * until another key has come.
   *
   * @param notTriedSince those whose replacement was begun later, and after the view, have had
   *     their try
   */
  List<RecoveryKey> viewed(Instant upTo, Instant notTriedSince, int limit);

  /**
   * Keys that came up to this time, of Macs whose minute of the day is among these.
   *
   * @param notTriedSince those whose replacement was begun later have had their try
   * @param firstSlot of {@link #SLOTS}; the slots go on after midnight when it is above the last
   */
  List<RecoveryKey> received(
      Instant upTo, Instant notTriedSince, int firstSlot, int lastSlot, int limit);

  /** The minute of the day of this Mac. */
  static int slot(String serialNumber) {
    return Math.floorMod(serialNumber.hashCode() * 0x9E3779B1, SLOTS);
  }
}
