package io.pomona.api.enrollment;

import java.time.Instant;

/**
 * A link to be kept.
 *
 * @param tokenSha256 in lower-case hexadecimal
 */
public record NewDeviceLink(
    String tokenSha256, HostId host, DeviceLink.Origin origin, String madeBy, Instant endsAt) {}
