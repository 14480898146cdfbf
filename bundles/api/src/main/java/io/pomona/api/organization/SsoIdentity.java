package io.pomona.api.organization;

/**
 * Who somebody is to a provider of identities.
 *
 * @param issuer the provider, as it names itself
 * @param subject its own name for the person, which never becomes another person's
 */
public record SsoIdentity(String issuer, String subject) {}
