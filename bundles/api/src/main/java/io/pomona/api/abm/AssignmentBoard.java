package io.pomona.api.abm;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Macs of ABM with the profiles that they should have. Each method is one transaction. */
public interface AssignmentBoard {
  /** By the number of the host. */
  List<ProfileAssignment> list(AssignmentFilter filter, PageRequest page);

  /** How many have each status. */
  Map<AssignmentStatus, Long> counts(TeamScope scope);

  /**
   * Ends the waiting of Macs and has them assigned once more, those as well that have what they
   * should. At most 10,000 at once.
   *
   * @param activities of those that it is; may be called more than once
   * @return how many
   */
  int again(
      AssignmentFilter filter,
      Instant now,
      Function<List<ProfileAssignment>, List<ActivityDraft>> activities);
}
