package io.pomona.api.organization;

import java.util.Optional;

/** The organization's settings; empty before set-up. */
public interface OrganizationStore {
  Optional<OrganizationSettings> settings();

  void save(OrganizationSettings settings, ActivityDraft activity);
}
