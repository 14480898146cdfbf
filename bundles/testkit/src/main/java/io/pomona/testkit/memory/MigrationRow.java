package io.pomona.testkit.memory;

import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Mark;
import io.pomona.api.enrollment.MigrationMarks.Question;
import io.pomona.api.enrollment.MigrationMarks.Way;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

final class MigrationRow {
  final Instant addedAt;
  MigrationMarks marks = MigrationMarks.NONE;
  Optional<Instant> archivedAt = Optional.empty();

  MigrationRow(Instant addedAt) {
    this.addedAt = addedAt;
  }

  void take(MigrationChange change, String by, Instant now) {
    Mark mark = new Mark(now, by);
    marks =
        new MigrationMarks(
            change.oldMdm().orElse(marks.oldMdm()),
            change.way().orElse(marks.way()),
            said(change.leftOldMdm(), marks.leftOldMdm(), mark),
            said(change.userTold(), marks.userTold(), mark),
            change.userIsAdmin().orElse(marks.userIsAdmin()),
            change.activationLockOff().orElse(marks.activationLockOff()),
            answered(change, mark));
    archivedAt = said(change.archived(), archivedAt, now);
  }

  private Map<Question, Mark> answered(MigrationChange change, Mark mark) {
    Map<Question, Mark> answered = new EnumMap<>(Question.class);
    answered.putAll(marks.answered());
    answer(answered, Question.OLD_MDM, change.oldMdm(), marks.oldMdm(), mark);
    answer(answered, Question.WAY, change.way(), marks.way(), mark);
    answer(answered, Question.USER_IS_ADMIN, change.userIsAdmin(), marks.userIsAdmin(), mark);
    answer(
        answered,
        Question.ACTIVATION_LOCK_OFF,
        change.activationLockOff(),
        marks.activationLockOff(),
        mark);
    return answered;
  }

  private static <T> void answer(
      Map<Question, Mark> answered, Question question, Optional<T> said, T before, Mark mark) {
    if (said.filter(MigrationRow::isNone).isPresent()) {
      answered.remove(question);
    } else if (said.filter(now -> !now.equals(before)).isPresent()) {
      answered.put(question, mark);
    }
  }

  private static boolean isNone(Object said) {
    return said.equals("") || said == Way.UNKNOWN || said == Answer.UNKNOWN;
  }

  private static <T> Optional<T> said(Optional<Boolean> said, Optional<T> before, T now) {
    return said.map(yes -> yes ? before.or(() -> Optional.of(now)) : Optional.<T>empty())
        .orElse(before);
  }
}
