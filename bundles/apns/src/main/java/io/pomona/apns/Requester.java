package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.pki.CertificateRequests.RequestedName;
import java.util.regex.Pattern;

/** Who asks for a push certificate, in words that a certificate can hold. */
record Requester(String email, String organization) {
  private static final int LONGEST = 64;
  private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,63}@[!-?A-~]{1,63}");

  static Requester checked(String email, String organization) {
    Requester who = new Requester(email.strip(), organization.strip());
    who.requireEmail();
    who.requireOrganization();
    return who;
  }

  RequestedName name() {
    return new RequestedName("MDM push of " + organization, organization, email);
  }

  private void requireEmail() {
    if (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
      throw MdmException.invalid(
          "apns.bad_email",
          "email_address",
          "Give the e-mail address of who is responsible, with up to 64 ASCII characters.");
    }
  }

  private void requireOrganization() {
    boolean legible = organization.chars().noneMatch(Character::isISOControl);
    if (organization.isEmpty() || organization.length() > LONGEST || !legible) {
      throw MdmException.invalid(
          "apns.bad_organization",
          "organization",
          "Give the name of the organization, with up to 64 characters.");
    }
  }
}
