package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import java.util.List;
import java.util.Optional;

/** The one agreement of the organization. Each method is one transaction. */
public interface AgreementStore {
  Optional<Agreement> find();

  /**
   * @throws io.pomona.api.MdmException conflict {@code abm.agreement_exists}: it is deleted first
   */
  void add(Agreement agreement, List<ActivityDraft> activities);

  /**
   * @return whether it was there; if not, nothing was written
   */
  boolean delete(String token, List<ActivityDraft> activities);
}
