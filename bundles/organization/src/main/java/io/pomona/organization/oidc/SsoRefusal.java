package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why somebody is not logged in. */
final class SsoRefusal {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private SsoRefusal() {}

  static MdmException of(String code, String sentence) {
    return MdmException.forbidden(code, sentence);
  }

  static MdmException unreachable(Throwable cause) {
    LOG.warn("Single sign-on: the provider does not answer as it should", cause);
    return MdmException.unavailable(
        "organization.sso_unavailable",
        "The provider of identities does not answer as it should. Try again in a minute.");
  }

  static MdmException badToken() {
    return of(
        "organization.sso_bad_token",
        "What the provider sent cannot be trusted. Log in again; if that does not help, ask an"
            + " admin.");
  }

  /** The same for whatever does not fit together. */
  static MdmException expired() {
    return of(
        "organization.sso_expired",
        "This login is over or was begun in another browser. Begin again.");
  }
}
