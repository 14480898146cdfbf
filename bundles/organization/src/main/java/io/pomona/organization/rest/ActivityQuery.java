package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.organization.ActivityTerms;
import java.util.Set;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/**
 * Which activities a request wants. A filter that is not served is refused: leaving it out would
 * return more than was asked for.
 */
final class ActivityQuery {
  // What clients of the reference send along; newest first is the only order.
  private static final Set<String> WITHOUT_EFFECT = Set.of("order_key", "order_direction");

  private ActivityQuery() {}

  /**
   * @param served what the operation takes besides filters
   */
  static ActivityFilter filter(UriInfo uri, Set<String> served) {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    parameters.keySet().stream()
        .filter(name -> !ActivityTerms.NAMES.contains(name) && !served.contains(name))
        .filter(name -> !WITHOUT_EFFECT.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(ActivityQuery::refuse);
    return new ActivityTerms(parameters::getFirst).filter();
  }

  private static void refuse(String name) {
    throw MdmException.invalid(
        "organization.filter_not_served", name, "Activities cannot be filtered by " + name + ".");
  }
}
