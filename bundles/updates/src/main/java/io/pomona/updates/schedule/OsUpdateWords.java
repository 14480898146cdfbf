package io.pomona.updates.schedule;

import io.pomona.protocol.inventory.UpdateResult;

/** What the words of Macs about updates mean. */
public final class OsUpdateWords {
  private OsUpdateWords() {}

  /** A sentence; the word itself where it is not known. */
  public static String of(String status) {
    return switch (status) {
      case "" -> "The Mac said nothing of it.";
      case "Idle" -> "The update waits; nothing is going on at the moment.";
      case "Downloading" -> "The update is being downloaded or prepared.";
      case "DownloadFailed" -> "The download failed; the Mac tries again by itself.";
      case "DownloadRequiresComputer" -> "The update has to be downloaded by hand.";
      case "DownloadInsufficientSpace" -> "There is too little space to download the update.";
      case "DownloadInsufficientPower" -> "The battery is too low to download: connect a charger.";
      case "DownloadInsufficientNetwork" -> "The network does not do for the download.";
      case "Installing" -> "The update is being installed.";
      case "InstallInsufficientSpace" -> "There is too little space to install the update.";
      case "InstallInsufficientPower" -> "The battery is too low to install: connect a charger.";
      case "InstallPhoneCallInProgress" -> "It waits for the end of a call.";
      case "InstallFailed" -> "The installation failed.";
      default -> "The Mac says: " + status + ".";
    };
  }

  /** What became of an update that was to be scheduled. */
  public static String of(UpdateResult result) {
    String words = result.isError() ? "The Mac does not schedule it." : of(result.status());
    String reason = result.reason();
    return reason.isEmpty() ? words : words + " " + reason;
  }
}
