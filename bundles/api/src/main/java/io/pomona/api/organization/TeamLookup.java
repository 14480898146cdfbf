package io.pomona.api.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Teams for who types at a shell or writes a file. */
public interface TeamLookup {
  /** What people call it where there is no team. */
  String NO_TEAM = "No team";

  /**
   * The team that is meant, empty for {@link #NO_TEAM}.
   *
   * @param text a name, whatever the case, or a number
   * @throws io.pomona.api.MdmException not found when the actor sees no such team
   */
  Optional<TeamId> find(Actor actor, String text);

  /** What {@link #find} finds, by the texts: without those where it finds nothing. */
  Map<String, Optional<TeamId>> findAll(Actor actor, Collection<String> texts);

  /** Names that {@link #find} takes: some of those of teams that the actor may see. */
  List<String> suggest(Actor actor);
}
