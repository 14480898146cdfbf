package io.pomona.simulator.mac;

/** What goes wrong with one Mac, or is left out by it, when told to. */
public enum Fault {
  /** RotateFileVaultKey is acknowledged without its result: only SecurityInfo has the new key. */
  ROTATION_WITHOUT_RESULT,
  /** RotateFileVaultKey takes a user's password and no recovery key, as Apple documents it. */
  ROTATION_BY_PASSWORD_ONLY,
  /** EraseDevice finds that all content cannot be erased by key. */
  ERASE_PREFLIGHT_FAILS,
  /** A software update cannot be downloaded. */
  UPDATE_DOWNLOAD_FAILS,
  /** A software update cannot be installed. */
  UPDATE_INSTALL_FAILS
}
