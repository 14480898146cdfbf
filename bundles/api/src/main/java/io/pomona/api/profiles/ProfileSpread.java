package io.pomona.api.profiles;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * On how many enrolled Macs of a team, or of no team, certain profiles are or are about to be.
 *
 * @param macs all enrolled Macs there
 * @param withAny those with at least one of the profiles
 * @param byIdentifier those with this profile; identifiers on no Mac are left out
 */
public record ProfileSpread(long macs, long withAny, Map<String, Long> byIdentifier) {
  public ProfileSpread {
    byIdentifier = Map.copyOf(byIdentifier);
  }

  public long of(String identifier) {
    return byIdentifier.getOrDefault(identifier, 0L);
  }

  /** In words: {@code 1 Mac}, {@code 12 Macs}. */
  public String macsWith(String identifier) {
    return of(identifier) == 1 ? "1 Mac" : of(identifier) + " Macs";
  }

  /** Of this scope and another, no Mac of which is in both. */
  public ProfileSpread plus(ProfileSpread other) {
    Map<String, Long> sum = new HashMap<>(byIdentifier);
    other.byIdentifier.forEach((identifier, count) -> sum.merge(identifier, count, Long::sum));
    return new ProfileSpread(macs + other.macs, withAny + other.withAny, sum);
  }

  /**
   * Why taking these profiles off must be meant: more than half of the Macs have one of them. Empty
   * when it is less.
   *
   * @param identifiers those that were counted
   */
  public Optional<String> massRemoval(Collection<String> identifiers) {
    return withAny * 2 <= macs
        ? Optional.empty()
        : Optional.of(
            "this takes "
                + String.join(", ", identifiers)
                + " off "
                + withAny
                + " of "
                + macs
                + " Macs; say force if that is meant");
  }
}
