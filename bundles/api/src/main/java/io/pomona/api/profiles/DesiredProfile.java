package io.pomona.api.profiles;

/**
 * A profile that one Mac should have.
 *
 * @param identifier unique among all that a Mac should have; of two contributors the higher service
 *     ranking wins
 * @param payloadUuid as the content has it, like the identifier: by both a Mac reports it
 * @param contentSha256 of the bytes, in lower-case hexadecimal; another one is installed anew. What
 *     several Macs have under the same one is asked for once and sent to all of them. Where the
 *     bytes differ each time that they are asked for, it is of what decides them, the Mac included
 */
public record DesiredProfile(
    String identifier, String name, String payloadUuid, String contentSha256) {}
