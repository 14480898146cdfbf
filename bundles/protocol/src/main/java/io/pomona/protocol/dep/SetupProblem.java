package io.pomona.protocol.dep;

/**
 * What is wrong with a profile for automatic enrollment.
 *
 * @param key of the profile; empty text for all of it
 */
public record SetupProblem(String key, String reason) {
  /** Both, for a person. */
  public String words() {
    return key.isEmpty() ? reason : key + " " + reason;
  }
}
