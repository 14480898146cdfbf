package io.pomona.api.organization;

import java.time.Instant;

/**
 * A group of Macs with profiles of its own.
 *
 * @param name unique, whatever the case
 * @param description empty text where there is none
 * @param hosts how many Macs are in it
 * @param users how many people have a role in it
 */
public record Team(
    TeamId id, String name, String description, Instant createdAt, long hosts, long users) {}
