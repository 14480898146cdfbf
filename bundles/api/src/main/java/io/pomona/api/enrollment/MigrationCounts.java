package io.pomona.api.enrollment;

import java.util.Map;

/**
 * How many Macs are how far.
 *
 * @param steps for each step how many have each state; a state that none has may be left out
 */
public record MigrationCounts(
    long total, long done, Map<MigrationStep, Map<MigrationState, Long>> steps) {}
