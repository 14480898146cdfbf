package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * Asking a Mac for its bypass code, for each enrollment anew.
 *
 * @param until when it is given up: Apple offers the code for about 15 days
 * @param nextAt when it is asked again
 * @param received whether the code has come
 * @param detail what the Mac said last; may be empty text
 */
public record BypassFetch(
    HostId host,
    ChannelId device,
    Instant enrolledAt,
    Instant until,
    int attempts,
    Instant nextAt,
    boolean received,
    String detail) {}
