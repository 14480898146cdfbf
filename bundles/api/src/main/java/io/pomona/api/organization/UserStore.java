package io.pomona.api.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts. Each method is one transaction. */
public interface UserStore {
  /**
   * @param activities of the account that was made; may be called more than once
   * @throws io.pomona.api.MdmException conflict {@code organization.email_taken}
   */
  User create(NewUser user, Instant now, Function<User, List<ActivityDraft>> activities);

  /** The same with an activity that does not depend on what was made. */
  default User create(NewUser user, Instant now, ActivityDraft activity) {
    return create(user, now, made -> List.of(activity));
  }

  /**
   * Creates the first admin and the organization's settings, both or nothing; of two nodes or
   * callers only one succeeds.
   *
   * @throws io.pomona.api.MdmException conflict {@code organization.already_set_up}
   */
  User setUp(NewUser admin, OrganizationSettings settings, Instant now, ActivityDraft activity);

  boolean isEmpty();

  Optional<User> find(UserId id);

  Optional<Credentials> credentials(String email);

  /** All, by id. */
  List<User> list();

  /**
   * Deletes the account and ends its sessions. Unknown ids: not found.
   *
   * @param activities of the account as it was; may be called more than once
   */
  void delete(UserId id, Function<User, List<ActivityDraft>> activities);

  /** An account with its password hash, for logging in only. */
  record Credentials(User user, String passwordHash) {}
}
