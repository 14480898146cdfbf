package io.pomona.api.profiles;

import java.util.Map;

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
}
