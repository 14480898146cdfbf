package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * An accepted Authenticate.
 *
 * @param renewal keep queue, statuses, tokens and user channels; otherwise all of these end
 */
public record EnrollmentStart(
    ChannelId device,
    String certificateSha256,
    String topic,
    MacFacts facts,
    boolean renewal,
    Instant now) {}
