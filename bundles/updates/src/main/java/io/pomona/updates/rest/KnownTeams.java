package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams that requests name: they must be there, and the actor's to see or to change. */
@Component(service = KnownTeams.class)
public final class KnownTeams {
  private final TeamStore teams;
  private final Access access;

  @Activate
  public KnownTeams(@Reference TeamStore teams, @Reference Access access) {
    this.teams = teams;
    this.access = access;
  }

  /**
   * @throws MdmException not found or forbidden
   */
  Optional<TeamId> required(Actor actor, Permission permission, Optional<TeamId> team) {
    access.require(actor, permission, team, KnownTeams::unknown);
    team.ifPresent(id -> teams.find(id).orElseThrow(KnownTeams::unknown));
    return team;
  }

  private static MdmException unknown() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }
}
