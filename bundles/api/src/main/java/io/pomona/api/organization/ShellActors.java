package io.pomona.api.organization;

/** Who types at the Karaf shell. */
public interface ShellActors {
  /**
   * The user of the calling thread's JAAS subject, with Karaf's roles admin, manager and viewer as
   * admin, maintainer and observer. Called by a shell command on its own thread.
   */
  Actor current();
}
