package io.pomona.api.enrollment;

import io.pomona.api.organization.Actor;
import java.util.List;

/** Hosts for who types at a shell. */
public interface HostLookup {
  /**
   * Serial numbers and UDIDs of some hosts that fit what was typed so far, among those that the
   * actor may see. Quick, on the caller's thread.
   */
  List<String> suggest(Actor actor, String typed);
}
