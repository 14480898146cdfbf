package io.pomona.api.organization;

import io.pomona.api.MdmException;
import java.util.Optional;
import java.util.function.Supplier;

/** The one place where it is decided who may do what. What is not allowed is denied. */
public interface Access {
  /** Whether the actor may do this for some team or globally. */
  boolean mayAnywhere(Actor actor, Permission permission);

  /**
   * Refuses unless the actor may do this to a row of this team.
   *
   * @param team the team of the loaded row, never one that a request names
   * @throws MdmException forbidden
   */
  void require(Actor actor, Permission permission, Optional<TeamId> team);

  /**
   * The same for a row that a request names. To whom has no role in the row's team, it does not
   * exist.
   *
   * @param unknown what is said of a row that does not exist
   * @throws MdmException forbidden, or {@code unknown}
   */
  void require(
      Actor actor, Permission permission, Optional<TeamId> team, Supplier<MdmException> unknown);

  /** Whose rows the actor may do this to, for lists. */
  TeamScope scope(Actor actor, Permission permission);
}
