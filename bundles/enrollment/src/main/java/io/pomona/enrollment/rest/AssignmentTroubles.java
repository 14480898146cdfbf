package io.pomona.enrollment.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which hosts have at Apple not the profile that they should, in few statements for many. */
record AssignmentTroubles(AssignmentBoard board) {
  private static final Set<AssignmentStatus> TROUBLE =
      EnumSet.of(
          AssignmentStatus.NOT_ACCESSIBLE, AssignmentStatus.FAILED, AssignmentStatus.THROTTLED);

  Map<HostId, ProfileAssignment> of(List<Host> hosts) {
    Map<HostId, ProfileAssignment> troubles = new HashMap<>();
    for (int from = 0; from < hosts.size(); from += PageRequest.MOST) {
      int to = Math.min(from + PageRequest.MOST, hosts.size());
      Set<HostId> step = hosts.subList(from, to).stream().map(Host::id).collect(Collectors.toSet());
      board
          .list(
              new AssignmentFilter(TeamScope.everywhere(), Optional.of(step), TROUBLE),
              PageRequest.first(PageRequest.MOST))
          .forEach(row -> troubles.put(row.host(), row));
    }
    return troubles;
  }
}
