package io.pomona.protocol.command.catalogue;

import java.util.Arrays;

/** What the user of a Mac grants a server by enrolling: the bits of {@code AccessRights}. */
public enum AccessRight {
  INSPECT("inspect", 1),
  PROFILES("profiles", 2),
  LOCK("lock", 4),
  ERASE("erase", 8),
  DEVICE("device", 16),
  NETWORK("network", 32),
  INSPECT_PROVISIONING("inspect-provisioning", 64),
  PROVISIONING("provisioning", 128),
  APPLICATIONS("applications", 256),
  RESTRICTIONS("restrictions", 512),
  SECURITY("security", 1024),
  SETTINGS("settings", 2048),
  INSTALL_APPLICATIONS("install-applications", 4096);

  private final String label;
  private final int bit;

  AccessRight(String label, int bit) {
    this.label = label;
    this.bit = bit;
  }

  static AccessRight labelled(String label) {
    return Arrays.stream(values())
        .filter(right -> right.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no access right " + label));
  }

  public String label() {
    return label;
  }

  /** Its bit in the {@code AccessRights} of an enrollment profile. */
  public int bit() {
    return bit;
  }
}
