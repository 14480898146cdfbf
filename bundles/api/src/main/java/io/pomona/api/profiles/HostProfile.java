package io.pomona.api.profiles;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * One profile on one Mac: the state that is reconciled.
 *
 * @param contributor whose it is
 * @param contentSha256 the bytes that were sent last or are to be sent
 * @param command the command under way, if any; an outcome of another one is ignored
 * @param detail Apple's reason in words when it failed, empty text otherwise
 * @param retries how often it was sent again after a failure
 */
public record HostProfile(
    HostId host,
    String contributor,
    String identifier,
    String name,
    String payloadUuid,
    String contentSha256,
    ProfileOperation operation,
    ProfileStatus status,
    Optional<CommandUuid> command,
    String detail,
    int retries,
    Instant updatedAt) {}
