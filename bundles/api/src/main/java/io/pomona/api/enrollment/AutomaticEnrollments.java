package io.pomona.api.enrollment;

import java.util.Optional;

/** Makes the profile for a Mac that ABM sends to us. Called by whoever has let the Mac in. */
public interface AutomaticEnrollments {
  /**
   * A signed profile with a challenge that only the Mac of this serial number can use, so that what
   * it begins counts as automatic. Whether the Mac may come at all is the caller's question.
   *
   * @param udid the Mac that alone may use it, where that is known
   * @throws io.pomona.api.MdmException forbidden {@code enrollment.mdm_off} without a push
   *     certificate; conflict {@code enrollment.not_set_up}
   */
  byte[] profile(String serialNumber, Optional<String> udid);
}
