package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Macs that an admin makes known before they enroll, and whose they are. Each method is one
 * transaction.
 */
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

  /** Notes whose Mac it is that came by a profile for which somebody logged in, until the next. */
  void claimed(HostId host, String email, Instant now);

  /**
   * Whose Macs they are, as an admin said when they were added or as the person did who logged in
   * for the profile; those of nobody are left out.
   */
  Map<HostId, String> emails(Collection<HostId> hosts);

  /** The same of one. */
  default Optional<String> email(HostId host) {
    return Optional.ofNullable(emails(List.of(host)).get(host));
  }
}
