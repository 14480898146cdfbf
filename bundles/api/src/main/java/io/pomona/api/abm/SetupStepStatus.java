package io.pomona.api.abm;

/** How far one thing is that is done to a Mac when it is set up. */
public enum SetupStepStatus {
  /** Nothing is to be done. */
  NONE,
  PENDING,
  DONE,
  FAILED
}
