package io.pomona.simulator.mac.setup;

import io.pomona.simulator.apple.abm.AbmProfile;
import java.util.Optional;

/** What Apple tells a Mac about itself. */
@FunctionalInterface
public interface AppleDirectory {

  /** Empty where nobody has claimed this serial number. */
  Optional<AbmProfile> profileFor(String serial);
}
