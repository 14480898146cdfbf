package io.pomona.abm.apple;

import io.pomona.api.abm.AbmTokenId;

/** Gives each token its connection. */
public interface DeviceEnrollments {
  /**
   * Keeps the session of the token, so ask again instead of keeping what this returns.
   *
   * @throws io.pomona.api.MdmException not found {@code abm.no_token}
   */
  DeviceEnrollment of(AbmTokenId token);
}
