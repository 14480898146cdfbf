package io.pomona.api.enrollment;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;
import java.util.Optional;

/**
 * The last answers to DeviceInformation ({@code QueryResponses}) and SecurityInfo, as they came.
 *
 * @param securityInfoAt when SecurityInfo was answered, as the store knows it; of no meaning in a
 *     report
 */
public record HostInventory(
    Optional<PlistDict> deviceInformation,
    Optional<PlistDict> securityInfo,
    Optional<Instant> securityInfoAt) {
  public HostInventory(Optional<PlistDict> deviceInformation, Optional<PlistDict> securityInfo) {
    this(deviceInformation, securityInfo, Optional.empty());
  }
}
