package io.pomona.simulator.apple.abm;

/** Whether an answer carries a new session token. */
public enum SessionRotation {
  NEVER,
  KEEPING_THE_OLD,
  FORGETTING_THE_OLD
}
