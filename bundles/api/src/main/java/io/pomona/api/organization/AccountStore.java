package io.pomona.api.organization;

import java.time.Instant;
import java.util.List;

/** Changes to accounts that are there. Each method is one transaction. */
public interface AccountStore {
  /**
   * Not found when the account or one of the teams is gone. Other roles than before, and no more
   * SSO, end the account's sessions.
   *
   * @throws io.pomona.api.MdmException conflict {@code organization.email_taken}, or {@code
   *     organization.last_admin} when nobody would be admin of the organization any more
   */
  User change(UserId id, UserChange wanted, Instant now, List<ActivityDraft> activities);

  /** Replaces the password and ends the account's sessions. Not found when it is gone. */
  void setPassword(UserId id, String passwordHash, Instant now, ActivityDraft activity);
}
