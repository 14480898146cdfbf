package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Macs that ask for the profile which enrolls them, and those that an admin lets in. Each method is
 * one transaction.
 */
public interface ArrivalStore {
  /** The Mac was given a profile. */
  void requested(String serialNumber, Instant now);

  /** When the Mac was last given a profile. */
  Optional<Instant> lastRequest(String serialNumber);

  /** Replaces the one before. */
  void admit(Admission admission, ActivityDraft activity, Instant now);

  /** One that has not been used up and has not expired. */
  Optional<Admission> admission(String serialNumber, Instant now);

  /** Those that have not been used up and have not expired, by serial number. */
  List<Admission> admissions(Instant now);

  /**
   * The Mac comes with it: from now on no other may. Of two Macs one gets it, and may come again.
   */
  boolean bindAdmission(String serialNumber, String udid, Instant now);

  /** The Mac has begun to enroll: it is used up. */
  void useAdmission(String serialNumber);

  /**
   * Takes it back.
   *
   * @return whether there was one; without, nothing is written
   */
  boolean withdraw(String serialNumber, ActivityDraft activity, Instant now);
}
