package io.pomona.simulator.apple.abm;

import java.time.Instant;

/** One line of what happened to the devices of a server, in order. */
record AbmEvent(String operation, AbmDevice device, Instant at) {

  static final String ADDED = "added";
  static final String MODIFIED = "modified";
  static final String DELETED = "deleted";
}
