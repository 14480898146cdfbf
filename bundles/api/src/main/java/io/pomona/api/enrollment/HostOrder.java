package io.pomona.api.enrollment;

/**
 * In which order hosts are listed; two that are alike are in the order of their ids, which is
 * turned around too.
 *
 * @param descending the largest, the latest or the last of the alphabet first
 */
public record HostOrder(Key key, boolean descending) {

  /** What hosts are compared by. */
  public enum Key {
    ID,
    /** As {@link Host#displayName}, upper and lower case alike. */
    NAME,
    SERIAL_NUMBER,
    MODEL,
    /** 14.10 behind 14.9; what is not known comes first. */
    OS_VERSION,
    /** By the name of the status. */
    MDM,
    /** Of no team first. */
    TEAM,
    /** Never heard of first; of those that were heard of at one moment, by UDID. */
    SEEN,
    CREATED
  }

  public static HostOrder byId() {
    return new HostOrder(Key.ID, false);
  }
}
