package io.pomona.protocol.profile;

import java.util.Optional;
import java.util.Set;

/**
 * One payload of a profile.
 *
 * @param keys all keys of the payload, those that every payload has included
 */
public record PayloadSummary(
    String type, String identifier, String uuid, Optional<String> displayName, Set<String> keys) {}
