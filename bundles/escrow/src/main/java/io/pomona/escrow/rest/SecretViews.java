package io.pomona.escrow.rest;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery locks and bypass codes in the form of the API. */
public final class SecretViews {
  private SecretViews() {}

  /**
   * How the recovery lock of a Mac stands.
   *
   * @param status of the newest password, or {@code none}
   * @param passwordAvailable whether one is kept that may be in force
   * @param history newest first, without the passwords
   */
  public record RecoveryLockState(
      long hostId,
      String status,
      String detail,
      boolean passwordAvailable,
      List<RecoveryLockView> history) {
    static RecoveryLockState of(long host, List<RecoveryLock> history, boolean available) {
      Optional<RecoveryLock> newest = history.stream().findFirst();
      return new RecoveryLockState(
          host,
          newest.map(lock -> lock.stage().label()).orElse("none"),
          newest.map(RecoveryLock::detail).orElse(""),
          available,
          history.stream().map(RecoveryLockView::of).toList());
    }
  }

  /**
   * @param clears whether it takes the lock off
   * @param checkedAt when the Mac last said whether it is in force
   */
  public record RecoveryLockView(
      String commandUuid,
      boolean clears,
      String status,
      String detail,
      String requestedBy,
      Instant requestedAt,
      Optional<Instant> checkedAt,
      Optional<Instant> viewedAt) {
    static RecoveryLockView of(RecoveryLock lock) {
      return new RecoveryLockView(
          lock.command().value(),
          lock.clears(),
          lock.stage().label(),
          lock.detail(),
          lock.requestedBy(),
          lock.requestedAt(),
          lock.checkedAt(),
          lock.viewedAt());
    }
  }

  /** What was asked for. */
  public record RecoveryLockAnswer(long hostId, String status, String commandUuid) {
    static RecoveryLockAnswer of(RecoveryLock lock) {
      String command = lock.check().map(CommandUuid::value).orElse(lock.command().value());
      return new RecoveryLockAnswer(lock.host().value(), lock.stage().label(), command);
    }
  }

  /**
   * @param status how sure it is that this one is in force
   */
  public record RecoveryPasswordAnswer(
      long hostId, String commandUuid, String status, Instant createdAt, String password) {
    static RecoveryPasswordAnswer of(long host, RecoveryLocks.Seen seen) {
      RecoveryLock lock = seen.lock();
      return new RecoveryPasswordAnswer(
          host,
          lock.command().value(),
          lock.stage().label(),
          lock.requestedAt(),
          seen.password().revealText());
    }
  }

  /**
   * What is known of the bypass codes of a Mac.
   *
   * @param codeAvailable whether any is kept
   * @param asking until when the Mac is asked; empty where it is not, or has answered
   * @param detail what it said last instead of a code
   */
  public record BypassCodeState(
      long hostId,
      boolean codeAvailable,
      Optional<Boolean> activationLockEnabled,
      Optional<Instant> asking,
      String detail,
      List<BypassCodeView> history) {
    static BypassCodeState of(
        long host, Optional<Boolean> locked, Optional<BypassFetch> fetch, List<BypassCode> all) {
      return new BypassCodeState(
          host,
          !all.isEmpty(),
          locked,
          fetch.filter(each -> !each.received()).map(BypassFetch::until),
          fetch.map(BypassFetch::detail).orElse(""),
          all.stream().map(BypassCodeView::of).toList());
    }
  }

  /** One code, without it. */
  public record BypassCodeView(
      String commandUuid, Instant enrolledAt, Instant receivedAt, Optional<Instant> viewedAt) {
    static BypassCodeView of(BypassCode code) {
      return new BypassCodeView(
          code.command().value(), code.enrolledAt(), code.receivedAt(), code.viewedAt());
    }
  }

  /** A code to type, or to give to Apple. */
  public record BypassCodeAnswer(
      long hostId, String commandUuid, Instant enrolledAt, Instant receivedAt, String code) {
    static BypassCodeAnswer of(long host, BypassCodes.Seen seen) {
      BypassCode code = seen.code();
      return new BypassCodeAnswer(
          host,
          code.command().value(),
          code.enrolledAt(),
          code.receivedAt(),
          seen.secret().revealText());
    }
  }
}
