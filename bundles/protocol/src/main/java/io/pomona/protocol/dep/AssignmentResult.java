package io.pomona.protocol.dep;

/** Apple's word about one Mac of an assignment. */
public enum AssignmentResult {
  SUCCESS,
  /** The Mac does not belong to this server, or no longer. */
  NOT_ACCESSIBLE,
  FAILED,
  /** Assigned too often within a short time. */
  THROTTLED
}
