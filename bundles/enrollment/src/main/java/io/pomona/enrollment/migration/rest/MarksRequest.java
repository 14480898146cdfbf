package io.pomona.enrollment.migration.rest;

import io.pomona.api.enrollment.MigrationChange;
import io.pomona.enrollment.migration.MarkWords;
import java.util.Optional;

/** Marks to be set; null stays as it is. */
public record MarksRequest(
    String oldMdm,
    String enrollment,
    Boolean leftOldMdm,
    Boolean userTold,
    String userIsAdmin,
    String activationLockOff,
    Boolean archived) {
  /**
   * @param request may be null
   */
  static MigrationChange change(MarksRequest request) {
    if (request == null) {
      return MigrationChange.NONE;
    }
    Optional<String> name = Optional.ofNullable(request.oldMdm()).map(String::strip);
    MarkWords.requireName(name);
    return new MigrationChange(
        name,
        Optional.ofNullable(request.enrollment()).map(MarkWords::way),
        Optional.ofNullable(request.leftOldMdm()),
        Optional.ofNullable(request.userTold()),
        Optional.ofNullable(request.userIsAdmin())
            .map(text -> MarkWords.answer("user_is_admin", text)),
        Optional.ofNullable(request.activationLockOff())
            .map(text -> MarkWords.answer("activation_lock_off", text)),
        Optional.ofNullable(request.archived()));
  }
}
