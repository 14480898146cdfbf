package io.pomona.protocol.inventory;

import java.util.List;
import java.util.Optional;

/**
 * A profile that a Mac reports as installed.
 *
 * @param payloadTypes in the order of the report
 */
public record InstalledProfile(
    String identifier, String uuid, Optional<String> displayName, List<String> payloadTypes) {}
