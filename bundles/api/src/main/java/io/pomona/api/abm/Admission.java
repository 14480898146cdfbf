package io.pomona.api.abm;

import java.time.Instant;

/**
 * An admin lets a Mac in once although a check would refuse it.
 *
 * @param by who it is that let it in
 */
public record Admission(String serialNumber, String by, Instant expires) {}
