package io.pomona.store.organization;

import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.store.sql.Sql;

/** The passwords of accounts, which must not be replaced between being verified and being used. */
final class PasswordRows {
  private PasswordRows() {}

  /**
   * Whether the account has the password still that was verified. Whoever replaces it meanwhile
   * waits until the transaction has ended.
   *
   * @param lock how: {@code FOR UPDATE}, or {@link io.pomona.store.sql.Dialect#share}
   */
  static boolean hold(Sql sql, Credentials verified, String lock) {
    return sql.first(
            "SELECT password_hash FROM organization_user WHERE id = ? " + lock,
            row -> row.text("password_hash"),
            verified.user().id().value())
        .filter(verified.passwordHash()::equals)
        .isPresent();
  }
}
