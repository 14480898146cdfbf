package io.pomona.api.organization;

/**
 * @param email lower case
 * @param passwordHash as {@link io.pomona.api.pki.Passwords#hash} gives it
 */
public record NewUser(String name, String email, String passwordHash, Role globalRole) {}
