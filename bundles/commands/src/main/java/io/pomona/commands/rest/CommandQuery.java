package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.commands.NamedCommand;
import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/** Which part of the list is wanted; orders other than newest first are not offered. */
final class CommandQuery {
  private static final long USUAL = 100;
  private static final int SHORT = 20;
  private static final int LONGEST_SHORT = 100;
  private static final int LONG = 1000;

  private final MultivaluedMap<String, String> parameters;

  CommandQuery(UriInfo uri) {
    parameters = uri.getQueryParameters();
  }

  CommandUuid command() {
    return text("command_uuid")
        .map(NamedCommand::uuid)
        .orElseThrow(
            () ->
                MdmException.invalid("commands.missing", "command_uuid", "Name the command_uuid."));
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

  /** Of commands with all their steps, so fewer. */
  PageRequest shortPage() {
    return new PageRequest(number("after", 0), 0, shortPageOfHosts());
  }

  int shortPageOfHosts() {
    return within(number("per_page", SHORT), LONGEST_SHORT);
  }

  /** Of hosts with their whole answers, as many of them as are small enough together. */
  int pageOfHosts() {
    return within(number("per_page", LONG), LONG);
  }

  private static int within(long number, int most) {
    if (number < 1 || number > most) {
      throw MdmException.invalid(
          "page.out_of_range", "per_page", "A page of these holds 1 to " + most + " rows.");
    }
    return (int) number;
  }

  Optional<HostId> hostId() {
    long id = number("host_id", 0);
    return id == 0 ? Optional.empty() : Optional.of(new HostId(id));
  }

  /** Go on behind this host of a command. */
  Optional<ChannelId> afterChannel() {
    try {
      return text("after").map(ChannelId::parse);
    } catch (IllegalArgumentException e) {
      throw MdmException.invalid(
          "page.out_of_range", "after", "Send the next_after of the page before.");
    }
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
