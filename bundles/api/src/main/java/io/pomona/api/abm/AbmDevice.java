package io.pomona.api.abm;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A Mac that ABM assigns to us, as Apple said last.
 *
 * @param token whose server it is assigned to
 * @param host the Mac in the registry; there is one for each
 * @param model Apple's words, for example {@code MACBOOK PRO M3}
 * @param profileUuid the profile that Apple holds for it, empty for none
 * @param assignedAt when it was assigned to us
 */
public record AbmDevice(
    String serialNumber,
    AbmTokenId token,
    HostId host,
    String model,
    String description,
    String color,
    Optional<String> profileUuid,
    Optional<Instant> assignedAt) {}
