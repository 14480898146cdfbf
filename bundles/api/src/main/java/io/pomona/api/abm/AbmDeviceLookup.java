package io.pomona.api.abm;

import java.util.Optional;

/** Which Macs are ours by ABM. Implemented by the store; cheap, one indexed row. */
public interface AbmDeviceLookup {
  /** Empty for a serial number that no ABM server assigns to us now. */
  Optional<AbmDevice> assigned(String serialNumber);
}
