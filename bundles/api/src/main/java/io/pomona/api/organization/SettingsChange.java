package io.pomona.api.organization;

import java.util.Locale;

/**
 * Something that applying a document changes, for a person to read.
 *
 * @param text what it is, and whom it reaches: {@code profile Wi-Fi (com.example.wifi), for 12
 *     Macs}; never a secret
 */
public record SettingsChange(Action action, String text) {
  /** What is done to it. */
  public enum Action {
    ADDED,
    CHANGED,
    REMOVED;

    /** The name in the API: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SettingsChange added(String text) {
    return new SettingsChange(Action.ADDED, text);
  }

  public static SettingsChange changed(String text) {
    return new SettingsChange(Action.CHANGED, text);
  }

  public static SettingsChange removed(String text) {
    return new SettingsChange(Action.REMOVED, text);
  }
}
