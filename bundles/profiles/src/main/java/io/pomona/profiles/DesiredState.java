package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  private DesiredState(Set<String> present) {
    this.present = present;
  }

  /**
   * @param contributors those who win first
   */
  static DesiredState of(Host host, List<ProfileContributor> contributors) {
    DesiredState state =
        new DesiredState(
            contributors.stream().map(ProfileContributor::name).collect(Collectors.toSet()));
    for (ProfileContributor contributor : contributors) {
      for (DesiredProfile profile : contributor.profilesFor(host)) {
        state.byIdentifier.putIfAbsent(profile.identifier(), new Wanted(contributor, profile));
      }
    }
    return state;
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
