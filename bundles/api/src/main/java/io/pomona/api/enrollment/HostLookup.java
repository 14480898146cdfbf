package io.pomona.api.enrollment;

import io.pomona.api.organization.Actor;
import java.util.List;
import java.util.Optional;

/** Hosts for who types at a shell. */
public interface HostLookup {
  /**
   * Serial numbers and UDIDs of some hosts that fit what was typed so far, among those that the
   * actor may see. Quick, on the caller's thread.
   */
  List<String> suggest(Actor actor, String typed);

  /**
   * The one that is meant among those that the actor may see; what the actor may do with it is
   * another question.
   *
   * @param identifier UDID, serial number, name or number
   */
  Optional<Host> find(Actor actor, String identifier);
}
