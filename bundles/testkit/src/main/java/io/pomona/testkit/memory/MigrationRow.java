package io.pomona.testkit.memory;

import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Mark;
import java.time.Instant;
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
            change.activationLockOff().orElse(marks.activationLockOff()));
    archivedAt = said(change.archived(), archivedAt, now);
  }

  private static <T> Optional<T> said(Optional<Boolean> said, Optional<T> before, T now) {
    return said.map(yes -> yes ? before.or(() -> Optional.of(now)) : Optional.<T>empty())
        .orElse(before);
  }
}
