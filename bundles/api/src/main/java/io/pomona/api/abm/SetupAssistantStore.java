package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The Setup Assistant profiles of teams, and of Macs of no team, which are the empty team here. A
 * team's ends with it. Each method is one transaction.
 */
public interface SetupAssistantStore {
  Optional<SetupAssistant> find(Optional<TeamId> team);

  /** Those that there are. */
  Map<Optional<TeamId>, SetupAssistant> all();

  /**
   * Replaces what the team has.
   *
   * @throws io.pomona.api.MdmException not found when the team is gone
   */
  void put(Optional<TeamId> team, SetupAssistant assistant, ActivityDraft activity);

  /**
   * Deletes it with its path; nothing when there is none.
   *
   * @return whether there was one
   */
  boolean delete(Optional<TeamId> team, Instant now, ActivityDraft activity);

  /** Where the file that was applied last has it; empty text for none. */
  String path(Optional<TeamId> team);

  /**
   * @param path empty text for none
   */
  void rememberPath(Optional<TeamId> team, String path);
}
