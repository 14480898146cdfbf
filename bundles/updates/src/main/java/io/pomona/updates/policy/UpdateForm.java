package io.pomona.updates.policy;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.updates.UpdateSettings;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants of macOS updates, as it is written. Version and deadline are one wish: of who
 * names one of them the other counts as empty. What is not named otherwise stays as it is.
 *
 * @param version empty text for none
 * @param deadline a day like 2026-12-24, empty text for none
 * @param time like 20:00, empty text for the usual one
 * @param zone like Europe/Berlin, empty text for that of the organization
 */
public record UpdateForm(
    Optional<String> version,
    Optional<String> deadline,
    Optional<String> time,
    Optional<String> zone) {
  static final String VERSION = "minimum_version";
  static final String DEADLINE = "deadline";
  static final String TIME = "deadline_time";
  static final String ZONE = "time_zone";

  private static final int HIGHEST_MACOS = 99;

  public UpdateForm {
    version = version.map(String::strip);
    deadline = deadline.map(String::strip);
    time = time.map(String::strip);
    zone = zone.map(String::strip);
  }

  /** To require nothing any more; time and zone stay for the next time. */
  public static UpdateForm clear() {
    return new UpdateForm(Optional.of(""), Optional.of(""), Optional.empty(), Optional.empty());
  }

  public boolean isEmpty() {
    return version.isEmpty() && deadline.isEmpty() && time.isEmpty() && zone.isEmpty();
  }

  private boolean isPolicy() {
    return version.isPresent() || deadline.isPresent();
  }

  /** Everything that is wrong. */
  public List<FieldError> problems() {
    List<FieldError> problems = new ArrayList<>();
    if (isPolicy()) {
      both(problems);
    }
    said(version)
        .filter(text -> !isMacos(text))
        .ifPresent(
            text ->
                problems.add(
                    new FieldError(VERSION, "must be a version of macOS like 14.6.1, or empty")));
    said(deadline)
        .filter(text -> day(text).isEmpty())
        .ifPresent(text -> problems.add(new FieldError(DEADLINE, "must be a day like 2026-12-24")));
    said(time)
        .filter(text -> !text.matches("([01][0-9]|2[0-3]):[0-5][0-9]"))
        .ifPresent(text -> problems.add(new FieldError(TIME, "must be a time like 20:00")));
    said(zone)
        .filter(text -> !ZoneId.getAvailableZoneIds().contains(text))
        .ifPresent(
            text ->
                problems.add(
                    new FieldError(ZONE, "must be the name of a time zone like Europe/Berlin")));
    return problems;
  }

  private void both(List<FieldError> problems) {
    if (said(version).isPresent() && said(deadline).isEmpty()) {
      problems.add(
          new FieldError(DEADLINE, "deadline is required when minimum_version is provided"));
    }
    if (said(deadline).isPresent() && said(version).isEmpty()) {
      problems.add(
          new FieldError(VERSION, "minimum_version is required when deadline is provided"));
    }
  }

  private static boolean isMacos(String text) {
    return OsVersion.parse(text)
        .filter(macos -> macos.parts().get(0) > 0 && macos.parts().get(0) <= HIGHEST_MACOS)
        .isPresent();
  }

  /** The settings with what is wanted; only of a form without problems. */
  UpdateSettings over(UpdateSettings before) {
    return new UpdateSettings(
        isPolicy() ? said(version) : before.minimumVersion(),
        isPolicy() ? said(deadline).flatMap(UpdateForm::day) : before.deadline(),
        time.isPresent() ? said(time).map(LocalTime::parse) : before.time(),
        zone.isPresent() ? said(zone).map(ZoneId::of) : before.zone());
  }

  private static Optional<String> said(Optional<String> text) {
    return text.filter(written -> !written.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
