package io.pomona.api.organization;

import io.pomona.api.Secret;
import java.time.Instant;
import java.util.Optional;

/** Logging in with e-mail and password, and finding out who a bearer token belongs to. */
public interface Sessions {
  /**
   * @param source the network address that the login comes from; failures are counted by it
   * @throws io.pomona.api.MdmException unauthenticated, the same for an unknown e-mail and a wrong
   *     password and in the same time; too many requests when there were too many failures
   */
  Session logIn(String email, Secret password, String source);

  /** Empty for a token that is unknown or expired. Called for each request. */
  Optional<Actor> resolve(Secret token);

  void logOut(Secret token);

  /** A token that was just made; it is not kept and cannot be shown again. */
  record Session(User user, Secret token, Instant expires) {}
}
