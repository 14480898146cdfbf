package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which activities somebody wants, as they type it. */
public final class ActivityTerms {
  /** What can be asked for. */
  public static final Set<String> NAMES =
      Set.of("type", "actor", "host_id", "team_id", "since", "until", "query");

  private static final int LAST_YEAR = 9999;

  private final Function<String, String> texts;

  /**
   * @param texts null or empty text for what is not asked for
   */
  public ActivityTerms(Function<String, String> texts) {
    this.texts = texts;
  }

  public ActivityFilter filter() {
    Optional<String> actor = text("actor");
    return new ActivityFilter(
        text("type").map(ActivityTerms::type),
        actor.filter(ActivityTerms::isNumber).map(id -> new UserId(number("actor", id))),
        actor.filter(text -> !isNumber(text)).map(EmailAddress::normalize),
        text("host_id").map(id -> new HostId(number("host_id", id))),
        text("team_id").map(ActivityTerms::team),
        text("since").map(time -> time("since", time)),
        text("until").map(time -> time("until", time)),
        text("query").orElse(""),
        TeamScope.everywhere());
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(texts.apply(name)).filter(text -> !text.isEmpty());
  }

  private static ActivityType type(String label) {
    return ActivityType.find(label.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "organization.bad_type", "type", "There is no such type of activity."));
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long number(String name, String text) {
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) == 0) {
      throw MdmException.invalid(
          "organization.bad_number", name, name + " is a number from 1 upwards.");
    }
    return Long.parseLong(text);
  }

  /** What is of no team cannot be asked for by a number: it is the rest. */
  private static TeamId team(String text) {
    if (text.equals("0")) {
      throw MdmException.notFound("organization.team_not_found", "There is no such team.");
    }
    return new TeamId(number("team_id", text));
  }

  private static Instant time(String name, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // refused below like every other text that is not a time
    }
    throw MdmException.invalid(
        "organization.bad_time", name, "Give a time such as 2026-01-05T09:00:00Z.");
  }
}
