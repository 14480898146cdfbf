package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Versions of macOS, as Macs say them, that count in each team; in teams that are not in it none
 * does.
 *
 * @param failed whether only those count that reported by a declaration that they could not install
 *     an update, and that do not say that they are not supervised
 */
public record TeamVersions(Map<Optional<TeamId>, Set<String>> byTeam, boolean failed) {
  public boolean includes(Optional<TeamId> team, String version) {
    return byTeam.getOrDefault(team, Set.of()).contains(version);
  }
}
