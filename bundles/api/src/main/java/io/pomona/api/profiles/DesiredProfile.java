package io.pomona.api.profiles;

/**
 * A profile that one Mac should have.
 *
 * @param identifier unique among all that a Mac should have; of two contributors the higher service
 *     ranking wins
 * @param contentSha256 changes exactly when the bytes change
 */
public record DesiredProfile(
    String identifier, String name, String payloadUuid, String contentSha256) {}
