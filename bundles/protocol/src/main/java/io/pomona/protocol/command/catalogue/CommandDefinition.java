package io.pomona.protocol.command.catalogue;

import io.pomona.protocol.plist.PlistDict;
import java.util.Map;

/**
 * A command that macOS knows.
 *
 * @param requestType Apple's name
 * @param family commands that belong together, such as {@code accounts}
 * @param userEnrollment whether a Mac takes it that is its user's own
 * @param destructive whether it costs data or locks somebody out
 * @param body the dictionary of its keys, {@code RequestType} aside
 */
public record CommandDefinition(
    String requestType,
    String family,
    Availability availability,
    boolean userEnrollment,
    boolean destructive,
    CommandKey body) {

  /**
   * Takes keys as JSON has them.
   *
   * @param keys strings, whole numbers, booleans, lists and maps; data as base64, dates as RFC 3339
   */
  public Composition compose(Map<String, ?> keys) {
    return new KeyCheck(this, new JsonForm()).check(keys);
  }

  /** Looks at keys that somebody wrote as a property list. */
  public Composition examine(PlistDict keys) {
    return new KeyCheck(this, new PlistForm()).check(keys.asMap());
  }
}
