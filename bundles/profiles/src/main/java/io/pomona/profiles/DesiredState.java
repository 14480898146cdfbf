package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one Mac should have, as those say who are present. */
final class DesiredState {
  /** A profile with the one who wants it. */
  record Wanted(ProfileContributor contributor, DesiredProfile profile) {
    byte[] content(Host host) {
      return contributor.content(host, profile);
    }
  }

  private final Map<String, Wanted> byIdentifier = new LinkedHashMap<>();
  private final Set<String> present;

  /**
   * @param present those who were asked
   */
  DesiredState(Set<String> present) {
    this.present = present;
  }

  /** Whoever was asked before wins. */
  void add(ProfileContributor contributor, List<DesiredProfile> profiles) {
    profiles.forEach(
        profile ->
            byIdentifier.putIfAbsent(profile.identifier(), new Wanted(contributor, profile)));
  }

  Collection<Wanted> all() {
    return byIdentifier.values();
  }

  boolean wants(String identifier) {
    return byIdentifier.containsKey(identifier);
  }

  /** Whether there is somebody to say that a profile is not wanted any more. */
  boolean answersFor(String contributor) {
    return present.contains(contributor);
  }
}
