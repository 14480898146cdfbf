package io.pomona.api.organization;

import io.pomona.api.organization.UserStore.Credentials;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Changes to accounts that are there. Each method is one transaction. */
public interface AccountStore {
  /**
   * Not found when the account or one of the teams is gone. Other roles than before, and no more
   * SSO, end the account's sessions. Two who change an account do so one after the other.
   *
   * @param wanted what it shall be, seeing what it is; may be called more than once
   * @param activities of what it was and is then; may be called more than once
   * @throws io.pomona.api.MdmException conflict {@code organization.email_taken}, or {@code
   *     organization.last_admin} when nobody would be admin of the organization any more
   */
  User change(
      UserId id,
      Function<User, UserChange> wanted,
      Instant now,
      BiFunction<User, User, List<ActivityDraft>> activities);

  /**
   * Replaces the password and ends the account's sessions.
   *
   * @param verified the account with the password that was given for it
   * @return whether that was its password still; false, also when it is gone, changes nothing
   */
  boolean setPassword(
      Credentials verified, String passwordHash, Instant now, ActivityDraft activity);
}
