package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts. All parts must hold.
 *
 * @param query part of name, serial number or UDID, upper or lower case; empty text = all
 * @param statuses empty = all
 */
public record HostFilter(String query, Set<MdmStatus> statuses, Optional<TeamId> team) {
  public static HostFilter all() {
    return new HostFilter("", Set.of(), Optional.empty());
  }
}
