package io.pomona.api.organization;

import java.util.Optional;

/** The one place where it is decided who may do what. What is not allowed is denied. */
public interface Access {
  /** Whether the actor may do this for some team or globally. */
  boolean mayAnywhere(Actor actor, Permission permission);

  /**
   * Refuses unless the actor may do this to a row of this team.
   *
   * @param team the team of the loaded row, never one that a request names
   * @throws io.pomona.api.MdmException forbidden
   */
  void require(Actor actor, Permission permission, Optional<TeamId> team);
}
