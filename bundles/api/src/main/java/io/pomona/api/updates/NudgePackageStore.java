package io.pomona.api.updates;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one package of Nudge. Each method is one transaction. */
public interface NudgePackageStore {
  Optional<NudgePackage> find();

  /** In place of the one before. */
  void put(NudgePackage added, List<ActivityDraft> activities);

  /**
   * @return whether there was one; if not, nothing was written
   */
  boolean delete(List<ActivityDraft> activities, Instant now);
}
