package io.pomona.api.organization;

import io.pomona.api.organization.UserStore.Credentials;
import java.time.Instant;
import java.util.Optional;

/** Bearer tokens, known only by their SHA-256. */
public interface SessionStore {
  /**
   * @param verified the account with the password that was given for it
   * @return whether that is its password still; false writes nothing
   */
  boolean create(
      Credentials verified,
      String tokenSha256,
      Instant now,
      Instant expires,
      ActivityDraft activity);

  /** The user of a token that has not expired. */
  Optional<User> find(String tokenSha256, Instant now);

  void delete(String tokenSha256);

  /** Removes what has expired. */
  int purge(Instant now);
}
