package io.pomona.organization;

import io.pomona.api.MdmException;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as account names: compared in lower case. */
public final class EmailAddress {
  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");

  private EmailAddress() {}

  public static String normalize(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether an account may have this address; nobody can be known by another. */
  public static boolean isOne(String normalized) {
    return FORM.matcher(normalized).matches();
  }

  static String require(String email) {
    String address = normalize(email);
    if (!isOne(address)) {
      throw MdmException.invalid(
          "organization.bad_email", "email", "Give an e-mail address such as admin@example.com.");
    }
    return address;
  }
}
