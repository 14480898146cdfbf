package io.pomona.api.abm;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;
import java.util.Set;

/**
 * Which assignments; all parts must hold.
 *
 * @param hosts only of these
 * @param statuses empty for any
 */
public record AssignmentFilter(
    TeamScope scope, Optional<Set<HostId>> hosts, Set<AssignmentStatus> statuses) {
  public AssignmentFilter {
    hosts = hosts.map(Set::copyOf);
    statuses = Set.copyOf(statuses);
  }

  public static AssignmentFilter of(TeamScope scope, Set<AssignmentStatus> statuses) {
    return new AssignmentFilter(scope, Optional.empty(), statuses);
  }

  public static AssignmentFilter of(TeamScope scope, Optional<Set<HostId>> hosts) {
    return new AssignmentFilter(scope, hosts, Set.of());
  }
}
