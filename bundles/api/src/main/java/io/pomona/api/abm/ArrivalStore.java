package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
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

  /** One that has not been used and has not expired. */
  Optional<Admission> admission(String serialNumber, Instant now);

  /** Uses it up: of two callers one gets it. */
  boolean useAdmission(String serialNumber, Instant now);
}
