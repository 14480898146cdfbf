package io.pomona.organization.oidc;

import io.pomona.api.organization.SsoIdentity;

/**
 * Whom the provider has vouched for.
 *
 * @param email lower case; verified by the provider
 * @param name empty text when the provider does not say
 */
record Person(SsoIdentity identity, String email, String name) {}
