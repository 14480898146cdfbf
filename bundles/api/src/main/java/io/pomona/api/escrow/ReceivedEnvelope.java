package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;

/**
 * An encrypted recovery key as a Mac sent it.
 *
 * @param host as which the Mac was known; it may have been deleted since
 * @param udid empty text where it is not known
 * @param receivedAt when the Mac answered
 */
public record ReceivedEnvelope(
    HostId host,
    String serialNumber,
    String udid,
    Instant enrolledAt,
    Instant receivedAt,
    byte[] envelope) {}
