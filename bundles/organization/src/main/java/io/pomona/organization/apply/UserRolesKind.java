package io.pomona.organization.apply;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamStore;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import java.util.Optional;

/** {@code user_roles}: what people are, by e-mail address; others stay what they are. */
record UserRolesKind(Accounts accounts, AccountChanges changes, Access access, TeamStore teams)
    implements SpecKind {
  static final String NAME = "user_roles";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpecStep prepare(Actor actor, SpecDocument document, boolean force) {
    access.require(actor, Permission.EDIT_USERS, Optional.empty());
    return new UserRolesStep(actor, document, accounts, changes, teams);
  }
}
