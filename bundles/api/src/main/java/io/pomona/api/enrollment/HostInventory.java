package io.pomona.api.enrollment;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The last answers to DeviceInformation ({@code QueryResponses}) and SecurityInfo, as they came.
 */
public record HostInventory(
    Optional<PlistDict> deviceInformation, Optional<PlistDict> securityInfo) {}
