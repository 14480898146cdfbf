package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Macs that an admin makes known before they enroll. Each method is one transaction. */
public interface AddedHostStore {
  /**
   * Registers Macs as off. A serial number that is known keeps its row, whoever brought it.
   *
   * @param activity of those that are new, called once for each team or none, never of nothing
   * @return one for each, in their order
   * @throws io.pomona.api.MdmException not found when a team is gone; then none is registered
   */
  List<AddedHost> add(
      List<NewHost> macs,
      String addedBy,
      Instant now,
      Function<List<Host>, ActivityDraft> activity);

  /** Whose Mac it is, as an admin said when it was added. */
  Optional<String> email(HostId host);
}
