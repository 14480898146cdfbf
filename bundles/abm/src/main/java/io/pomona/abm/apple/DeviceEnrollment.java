package io.pomona.abm.apple;

import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.DevicePage;
import java.util.List;
import java.util.Optional;

/**
 * Apple's device enrollment API for one token. Blocks; sessions, their renewal and the headers that
 * Apple wants are its business, waiting and trying again are the caller's: a call that Apple or the
 * network refuses ends with an {@link AppleRefusal}.
 */
public interface DeviceEnrollment {
  AppleAccount account();

  /** A page of all devices; without a cursor the first. */
  DevicePage fetch(Optional<String> cursor, int limit);

  /** A page of what has changed since the cursor. */
  DevicePage sync(String cursor, int limit);

  /**
   * Makes a profile known to Apple. Each call makes another one.
   *
   * @param profile the JSON of the profile
   * @return its {@code profile_uuid}
   */
  String define(String profile);

  /**
   * @param serialNumbers at most 1,000
   */
  AssignmentAnswer assign(String profileUuid, List<String> serialNumbers);
}
