package io.pomona.api.enrollment;

/**
 * Extension point: what happens to enrollments. Called after the fact is stored, on a thread of a
 * Camel route, at least once and possibly late; whoever throws is told again. All methods must be
 * idempotent.
 */
public interface DeviceListener {
  /** A channel is ready for commands. */
  default void enrolled(Enrollment enrollment) {}

  /** A channel's push token has changed. */
  default void tokenUpdated(Enrollment enrollment) {}

  /** What a Mac said of itself was stored; {@link HostStore#inventory} has it. */
  default void reported(Enrollment enrollment) {}

  /** A Mac has left. */
  default void checkedOut(Enrollment enrollment) {}
}
