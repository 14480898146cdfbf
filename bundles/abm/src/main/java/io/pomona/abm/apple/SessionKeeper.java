package io.pomona.abm.apple;

import java.util.Optional;

/** Where a session outlives its connection. */
interface SessionKeeper {
  Optional<String> kept();

  /** Empty forgets it. */
  void keep(Optional<String> session);
}
