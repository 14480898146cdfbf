package io.pomona.protocol.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a Mac is to do with an update. */
public enum OsUpdateAction {
  /** Downloads or installs, as the Mac sees fit. */
  DEFAULT("Default", "10.11"),
  DOWNLOAD_ONLY("DownloadOnly", "11"),
  /** Downloads it and restarts after a countdown. */
  INSTALL_ASAP("InstallASAP", "10.11"),
  /** Downloads it and tells the user. */
  NOTIFY_ONLY("NotifyOnly", "10.11"),
  /** Downloads it and installs it later; the user may put it off. */
  INSTALL_LATER("InstallLater", "10.11"),
  /** As soon as possible, and restarts whatever is open. */
  INSTALL_FORCE_RESTART("InstallForceRestart", "11");

  private final String label;
  private final String minimum;

  OsUpdateAction(String label, String minimum) {
    this.label = label;
    this.minimum = minimum;
  }

  /** The word of the protocol. */
  public String label() {
    return label;
  }

  /** The first macOS that knows it. */
  public String minimumVersion() {
    return minimum;
  }

  public static Optional<OsUpdateAction> find(String label) {
    return Arrays.stream(values()).filter(action -> action.label.equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(OsUpdateAction::label).toList();
  }
}
