package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;

/** What a new password must be: long rather than odd. */
final class PasswordRule {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  private PasswordRule() {}

  static Secret require(String password) {
    return require(password, "password");
  }

  static Secret require(String password, String field) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw MdmException.invalid(
          "organization.bad_password", field, "A password has 12 to 256 characters.");
    }
    return Secret.of(password);
  }
}
