package io.pomona.organization.settings;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import java.util.function.UnaryOperator;

/** One change of what the organization is, with its activity; none where nothing changes. */
record OrganizationEdit(OrganizationStore store) {
  static final String ACTIVITY = "edited_organization";

  /** Says whether anything changed. */
  boolean save(Actor actor, UnaryOperator<OrganizationSettings> change) {
    return store.change(change, (before, after) -> activity(actor, before, after));
  }

  private static ActivityDraft activity(
      Actor actor, OrganizationSettings before, OrganizationSettings after) {
    return ActivityDraft.of(actor, ACTIVITY)
        .with("organization", after.name())
        .with("server_url", after.serverUrl())
        .with("previous_organization", before.name())
        .with("previous_server_url", before.serverUrl());
  }
}
