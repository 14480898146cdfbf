package io.pomona.api.organization;

import java.util.Arrays;
import java.util.Optional;

/** What Macs do, by the names that receivers of MicroMDM's events know. */
public enum DeviceTopic {
  AUTHENTICATE("mdm.Authenticate"),
  TOKEN_UPDATE("mdm.TokenUpdate"),
  CHECK_OUT("mdm.CheckOut"),
  /** A Mac reported on a command; not that it asked for one. */
  CONNECT("mdm.Connect");

  private final String label;

  DeviceTopic(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<DeviceTopic> find(String label) {
    return Arrays.stream(values()).filter(topic -> topic.label.equals(label)).findFirst();
  }
}
