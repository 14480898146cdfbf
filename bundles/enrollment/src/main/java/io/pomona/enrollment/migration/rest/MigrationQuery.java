package io.pomona.enrollment.migration.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.rest.TeamNumber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/** Which Macs of the board a request wants. */
final class MigrationQuery {
  private static final Set<MigrationState> LEFT =
      Set.of(MigrationState.OPEN, MigrationState.BLOCKED);
  private static final Set<String> SERVED =
      Set.of("query", "team_id", "step", "state", "done", "archived", "page", "per_page", "after");

  private final MultivaluedMap<String, String> parameters;

  MigrationQuery(UriInfo uri) {
    parameters = uri.getQueryParameters();
    parameters.keySet().stream()
        .filter(name -> !SERVED.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw MdmException.invalid(
                  "enrollment.filter_not_served", name, "The board has no filter " + name + ".");
            });
  }

  MigrationFilter filter() {
    Optional<MigrationStep> step = text("step").map(MigrationQuery::step);
    return new MigrationFilter(
        text("query").orElse(""),
        step,
        states(step.isPresent()),
        flag("done"),
        flag("archived").orElse(false),
        TeamNumber.scope(parameters.getFirst("team_id")));
  }

  /** All Macs among which the filter chooses. */
  MigrationFilter among() {
    MigrationFilter filter = filter();
    return new MigrationFilter(
        "", Optional.empty(), Set.of(), Optional.empty(), filter.archived(), filter.scope());
  }

  /** Whether it chooses all of them. */
  boolean isWhole() {
    return Stream.of("query", "step", "done").allMatch(name -> text(name).isEmpty());
  }

  private Set<MigrationState> states(boolean ofStep) {
    Optional<String> state = text("state");
    if (state.isPresent() && !ofStep) {
      throw MdmException.invalid(
          "enrollment.bad_status", "state", "Say of which step, by the parameter step.");
    }
    return state.map(MigrationQuery::state).map(Set::of).orElse(LEFT);
  }

  private static MigrationStep step(String label) {
    return MigrationStep.of(label)
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "enrollment.bad_status",
                    "step",
                    "Use left_old_mdm, assigned, user_told, user_admin, activation_lock_off,"
                        + " enrolled or key_escrowed."));
  }

  private static MigrationState state(String label) {
    return MigrationState.of(label)
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "enrollment.bad_status", "state", "Use done, open, blocked or not_needed."));
  }

  private Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw MdmException.invalid(
                          "enrollment.bad_flag", name, name + " must be true or false.");
                });
  }

  PageRequest page() {
    long perPage = number("per_page", 100);
    return new PageRequest(
        number("after", 0), within(number("page", 0), perPage), within(1, perPage));
  }

  private static int within(long page, long perPage) {
    try {
      return Math.toIntExact(Math.multiplyExact(page, perPage));
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  private long number(String name, long otherwise) {
    try {
      return text(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw MdmException.invalid("enrollment.no_number", name, name + " is not a number.");
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isEmpty());
  }
}
