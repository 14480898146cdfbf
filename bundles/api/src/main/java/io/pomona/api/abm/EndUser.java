package io.pomona.api.abm;

import java.time.Instant;

/**
 * The person who set a Mac up, as the organization's identity provider named them.
 *
 * @param userName short name for the first account of the Mac: the part before the @ of the address
 */
public record EndUser(String fullName, String userName, String email, Instant loggedInAt) {}
