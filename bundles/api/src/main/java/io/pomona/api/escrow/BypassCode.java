package io.pomona.api.escrow;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A code that takes Activation Lock off a Mac, without the code itself.
 *
 * @param command by which the Mac was asked; by this it is called
 * @param enrolledAt since when it was enrolled when it gave it
 * @param viewedAt when somebody was last shown it
 */
public record BypassCode(
    CommandUuid command,
    HostId host,
    String serialNumber,
    String udid,
    Instant enrolledAt,
    Instant receivedAt,
    Optional<Instant> viewedAt) {}
