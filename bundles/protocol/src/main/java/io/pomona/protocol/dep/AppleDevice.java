package io.pomona.protocol.dep;

import java.time.Instant;
import java.util.Optional;

/**
 * One device as Apple describes it; empty text where Apple says nothing.
 *
 * @param family for example {@code Mac}; only those become hosts
 * @param profileStatus {@code empty}, {@code assigned}, {@code pushed} or {@code removed}
 * @param operation empty in a fetch
 * @param operationAt empty in a fetch
 */
public record AppleDevice(
    String serialNumber,
    String model,
    String description,
    String color,
    String family,
    String os,
    String profileUuid,
    String profileStatus,
    Optional<Instant> assignedAt,
    Optional<Operation> operation,
    Optional<Instant> operationAt) {

  /** What happened to it. */
  public enum Operation {
    ADDED,
    MODIFIED,
    DELETED
  }
}
