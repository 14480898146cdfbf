package io.pomona.enrollment.migration.rest;

import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Mark;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.migration.MarkWords;
import io.pomona.enrollment.migration.NextStep;
import io.pomona.enrollment.migration.StepSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A Mac of the board, as the API shows it. */
public record MigrationView(
    long hostId,
    String serialNumber,
    String displayName,
    String model,
    String osVersion,
    String mdm,
    Optional<Long> teamId,
    Optional<String> teamName,
    String oldMdm,
    String enrollment,
    String userIsAdmin,
    String activationLockOff,
    Optional<MarkView> leftOldMdm,
    Optional<MarkView> userTold,
    Map<String, MarkView> answered,
    Map<String, String> steps,
    Map<String, String> sources,
    boolean goneFromApple,
    String next,
    boolean done,
    Instant addedAt,
    Optional<Instant> archivedAt) {
  /** That something was done. */
  public record MarkView(Instant at, String by) {
    static MarkView of(Mark mark) {
      return new MarkView(mark.at(), mark.by());
    }
  }

  static MigrationView of(Migration mac, Map<TeamId, String> teams) {
    MigrationMarks marks = mac.marks();
    return new MigrationView(
        mac.host().id().value(),
        mac.host().facts().serialNumber(),
        mac.host().displayName(),
        mac.host().facts().model(),
        mac.host().facts().osVersion(),
        mac.host().mdm().label(),
        mac.host().team().map(TeamId::value),
        mac.host().team().map(teams::get),
        marks.oldMdm(),
        MarkWords.label(marks.way()),
        MarkWords.label(marks.userIsAdmin()),
        MarkWords.label(marks.activationLockOff()),
        marks.leftOldMdm().map(MarkView::of),
        marks.userTold().map(MarkView::of),
        answered(marks),
        steps(mac),
        sources(mac),
        mac.reported().gone(),
        NextStep.of(mac),
        mac.isDone(),
        mac.addedAt(),
        mac.archivedAt());
  }

  /** Under the names of the answers. */
  private static Map<String, MarkView> answered(MigrationMarks marks) {
    Map<String, MarkView> answered = new LinkedHashMap<>();
    marks
        .answered()
        .forEach((question, mark) -> answered.put(MarkWords.name(question), MarkView.of(mark)));
    return answered;
  }

  private static Map<String, String> sources(Migration mac) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (MigrationStep step : MigrationStep.values()) {
      sources.put(step.label(), MarkWords.label(StepSource.of(mac, step)));
    }
    return sources;
  }

  private static Map<String, String> steps(Migration mac) {
    Map<String, String> steps = new LinkedHashMap<>();
    for (MigrationStep step : MigrationStep.values()) {
      steps.put(step.label(), mac.state(step).label());
    }
    return steps;
  }
}
