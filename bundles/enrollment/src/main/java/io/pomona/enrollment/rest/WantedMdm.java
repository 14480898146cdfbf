package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamScope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How the MDM of hosts is that a request wants, by status and by server: both must hold. */
final class WantedMdm {
  private static final Set<MdmStatus> ON = EnumSet.of(MdmStatus.ON_MANUAL, MdmStatus.ON_AUTOMATIC);
  private static final Set<MdmStatus> ANY = EnumSet.allOf(MdmStatus.class);

  private final Set<MdmStatus> both;

  WantedMdm(Optional<String> status, Optional<String> server) {
    both = EnumSet.copyOf(status.map(WantedMdm::named).orElse(ANY));
    both.retainAll(server.map(WantedMdm::managedBy).orElse(ANY));
  }

  /** As a filter takes them: empty = all. */
  Set<MdmStatus> statuses() {
    return both.equals(ANY) ? Set.of() : both;
  }

  /** Nowhere when what is wanted is never true at once; the empty set would be all hosts. */
  TeamScope scope() {
    return both.isEmpty() ? TeamScope.nowhere() : TeamScope.everywhere();
  }

  private static Set<MdmStatus> named(String label) {
    return switch (label) {
      case "manual" -> Set.of(MdmStatus.ON_MANUAL);
      case "automatic" -> Set.of(MdmStatus.ON_AUTOMATIC);
      case "enrolled" -> ON;
      case "pending" -> Set.of(MdmStatus.PENDING);
      case "unenrolled" -> Set.of(MdmStatus.OFF);
      default ->
          throw MdmException.invalid(
              "enrollment.bad_status",
              "mdm_enrollment_status",
              "Use manual, automatic, enrolled, pending or unenrolled.");
    };
  }

  private static Set<MdmStatus> managedBy(String server) {
    return switch (server) {
      case "this" -> ON;
      case "none" -> EnumSet.complementOf(EnumSet.copyOf(ON));
      default ->
          throw MdmException.invalid("enrollment.bad_status", "mdm_server", "Use this or none.");
    };
  }
}
