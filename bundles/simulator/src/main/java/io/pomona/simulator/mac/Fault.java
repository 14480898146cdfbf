package io.pomona.simulator.mac;

/** What goes wrong with one Mac, or is left out by it, when told to. */
public enum Fault {
  /** RotateFileVaultKey is acknowledged without its result: only SecurityInfo has the new key. */
  ROTATION_WITHOUT_RESULT
}
