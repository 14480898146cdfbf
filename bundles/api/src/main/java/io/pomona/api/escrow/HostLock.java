package io.pomona.api.escrow;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock or an erasure of a Mac that was asked for, without its PIN. Kept for ever, whatever
 * becomes of the host.
 *
 * @param host as which the Mac was known; it may have been deleted since
 * @param serialNumber by which its locks are found whatever becomes of the host
 * @param enrolledAt since when it was enrolled when it was asked for
 * @param command the DeviceLock or EraseDevice that was queued
 * @param endedAt when the Mac answered, or when it was given up
 * @param detail what the Mac said, or what is not certain, in words
 */
public record HostLock(
    HostId host,
    String serialNumber,
    Instant enrolledAt,
    Kind kind,
    Stage stage,
    CommandUuid command,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> endedAt,
    String detail) {

  /** What was asked for. */
  public enum Kind {
    LOCK,
    WIPE
  }

  /** How far it is. */
  public enum Stage {
    /** Queued or handed out. */
    PENDING,
    /** The Mac has acknowledged it. */
    DONE,
    /** The Mac reported an error to an EraseDevice and may have been erased all the same. */
    UNCERTAIN,
    /** The Mac refused, or it was cancelled or expired: nothing is locked. */
    FAILED,
    /** It is over: unlocked with its PIN, or enrolled anew after the erasure. */
    OVER
  }

  /** {@code unlocked}, {@code locked} or {@code wiped}. */
  public String deviceStatus() {
    boolean took = stage == Stage.DONE || stage == Stage.UNCERTAIN;
    if (!took) {
      return "unlocked";
    }
    return kind == Kind.LOCK ? "locked" : "wiped";
  }

  /** {@code lock}, {@code wipe} or empty text. */
  public String pendingAction() {
    if (stage != Stage.PENDING) {
      return "";
    }
    return kind == Kind.LOCK ? "lock" : "wipe";
  }
}
