package io.pomona.protocol.dep;

import java.util.List;

/**
 * A page of devices, in Apple's order.
 *
 * @param cursor where to go on
 * @param more whether there is more now
 */
public record DevicePage(List<AppleDevice> devices, String cursor, boolean more) {}
