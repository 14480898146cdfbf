package io.pomona.api.profiles;

import java.util.List;

/**
 * The profiles of a team, or of no team, as they are against the set that replaces them.
 *
 * @param added as they were stored
 * @param replaced as they are now: other bytes under an identifier that was there
 * @param removed as they were
 * @param unchanged the same bytes
 */
public record ProfileSetChange(
    List<Profile> added, List<Profile> replaced, List<Profile> removed, List<Profile> unchanged) {
  public boolean isEmpty() {
    return added.isEmpty() && replaced.isEmpty() && removed.isEmpty();
  }
}
