package io.pomona.api.organization;

import java.time.Instant;
import java.util.Optional;

/** Bearer tokens, known only by their SHA-256. */
public interface SessionStore {
  void create(
      UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity);

  /** The user of a token that has not expired. */
  Optional<User> find(String tokenSha256, Instant now);

  void delete(String tokenSha256);

  /** Ends all of a user's sessions. */
  void deleteAll(UserId user);

  /** Removes what has expired. */
  int purge(Instant now);
}
