package io.pomona.api.enrollment;

import io.pomona.api.apns.PushTarget;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * One MDM channel.
 *
 * @param push empty between Authenticate and TokenUpdate
 * @param enabled whether the channel is in use: after its TokenUpdate and before CheckOut
 * @param awaitingConfiguration whether the Mac waits in Setup Assistant
 * @param automatic whether the present enrollment came by ABM
 */
public record Enrollment(
    ChannelId channel,
    HostId host,
    String topic,
    Optional<PushTarget> push,
    boolean enabled,
    boolean awaitingConfiguration,
    boolean automatic,
    Optional<Instant> lastSeenAt) {}
