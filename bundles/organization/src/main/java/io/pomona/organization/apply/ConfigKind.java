package io.pomona.organization.apply;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.organization.settings.Settings;

/** {@code config}: what is the organization's, and what Macs of no team should have. */
record ConfigKind(Settings settings, Access access) implements SpecKind {
  static final String NAME = "config";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpecStep prepare(Actor actor, SpecDocument document, boolean force) {
    return new SettingsStep(
        settings, access, actor, SettingsStep.Scope.NO_TEAM, document, document.spec(), force);
  }
}
