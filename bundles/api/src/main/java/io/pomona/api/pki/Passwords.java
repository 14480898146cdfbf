package io.pomona.api.pki;

import io.pomona.api.Secret;

/**
 * Hashes passwords with argon2id; slow on purpose (tens of milliseconds), so never on a poll path.
 */
public interface Passwords {
  /** A PHC string with its own salt and parameters. */
  String hash(Secret password);

  /** Compares in the same time whether it matches or not. */
  boolean matches(Secret password, String hash);

  /** Spends the time of one comparison, for accounts that do not exist. */
  void pretend(Secret password);
}
