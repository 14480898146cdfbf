package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import java.util.List;
import java.util.Optional;

/** The one agreement of the organization. Each method is one transaction. */
public interface AgreementStore {
  Optional<Agreement.Cover> find();

  /** The PDF; empty, and nothing is read, for a token that is not its. */
  Optional<byte[]> content(String token);

  /**
   * @throws io.pomona.api.MdmException conflict {@code abm.agreement_exists}: it is deleted first
   */
  void add(Agreement agreement, List<ActivityDraft> activities);

  /**
   * @return whether it was there; if not, nothing was written
   */
  boolean delete(String token, List<ActivityDraft> activities);
}
