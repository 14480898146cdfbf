package io.pomona.api.organization;

/**
 * What people say of a team.
 *
 * @param name without space around it
 * @param description empty text where there is none
 */
public record NewTeam(String name, String description) {}
