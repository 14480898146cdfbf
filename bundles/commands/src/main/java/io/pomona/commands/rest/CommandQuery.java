package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import java.util.Optional;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/** Which part of the list is wanted; orders other than newest first are not offered. */
final class CommandQuery {
  private static final long USUAL = 100;

  private final MultivaluedMap<String, String> parameters;

  CommandQuery(UriInfo uri) {
    parameters = uri.getQueryParameters();
  }

  /** Only commands of this host. */
  Optional<String> host() {
    return text("host_identifier");
  }

  PageRequest page() {
    long perPage = number("per_page", USUAL);
    return new PageRequest(
        number("after", 0), product(number("page", 0), perPage), product(1, perPage));
  }

  /** Out of any page's range when it does not fit. */
  private static int product(long page, long perPage) {
    try {
      return Math.toIntExact(Math.multiplyExact(page, perPage));
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  private long number(String name, long usual) {
    try {
      return text(name).map(Long::parseLong).orElse(usual);
    } catch (NumberFormatException e) {
      throw MdmException.invalid("commands.no_number", name, name + " is not a number.");
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isEmpty());
  }
}
