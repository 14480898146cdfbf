package io.pomona.organization.oidc;

import io.pomona.api.Secret;

/**
 * What the browser brings back from the provider.
 *
 * @param code empty text when the provider has refused
 * @param issuer empty text when the provider does not say who it is
 */
public record SsoAnswer(Secret state, String code, String issuer) {
  @Override
  public String toString() {
    return "SsoAnswer[]";
  }
}
