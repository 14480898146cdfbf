package io.pomona.escrow.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.HostLock;
import io.pomona.escrow.lock.LockScreen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Locks in the form of the API. */
public final class LockViews {
  private LockViews() {}

  /** What the locked Mac shows; all of it may be left out. */
  public record LockRequest(Optional<String> message, Optional<String> phoneNumber) {
    static LockScreen screen(LockRequest request) {
      return Optional.ofNullable(request)
          .map(said -> new LockScreen(given(said.message()), given(said.phoneNumber())))
          .orElse(LockScreen.PLAIN);
    }
  }

  /**
   * @param confirm the serial number of the Mac that is meant
   * @param obliterationBehavior Apple's name
   */
  public record WipeRequest(Optional<String> confirm, Optional<String> obliterationBehavior) {}

  /** Which PIN, password or code; the newest where it is left out. */
  public record WhichRequest(Optional<String> commandUuid) {
    static Optional<CommandUuid> of(WhichRequest request) {
      return Optional.ofNullable(request).flatMap(said -> uuid(given(said.commandUuid())));
    }
  }

  /** What a JSON without the field, or without any body, leaves null. */
  static Optional<String> given(Optional<String> value) {
    return value == null ? Optional.empty() : value.filter(text -> !text.isBlank());
  }

  private static Optional<CommandUuid> uuid(Optional<String> text) {
    return text.map(
        value -> {
          try {
            return new CommandUuid(value);
          } catch (IllegalArgumentException e) {
            throw MdmException.invalid(
                    "escrow.not_a_uuid", "command_uuid", "That is not the UUID of a command.")
                .causedBy(e);
          }
        });
  }

  /**
   * What was asked for.
   *
   * @param unlockPin empty unless it was asked for
   */
  public record LockAnswer(String deviceStatus, String pendingAction, Optional<String> unlockPin) {}

  /**
   * @param help what Activation Lock means for this Mac, in words
   */
  public record WipeAnswer(
      String deviceStatus,
      String pendingAction,
      Optional<Boolean> activationLockEnabled,
      boolean bypassCodeKept,
      String help) {}

  /** The PIN for the keyboard of the Mac. */
  public record UnlockAnswer(long hostId, String unlockPin) {}

  /**
   * How a Mac stands.
   *
   * @param history all that were asked for, newest first; each has a PIN that can be seen
   */
  public record LockState(
      long hostId,
      String deviceStatus,
      String pendingAction,
      Optional<Boolean> activationLockEnabled,
      boolean bypassCodeKept,
      String help,
      List<LockView> history) {}

  /**
   * @param kind {@code lock} or {@code wipe}
   * @param stage {@code pending}, {@code done}, {@code uncertain}, {@code failed} or {@code over}
   */
  public record LockView(
      String commandUuid,
      String kind,
      String stage,
      String detail,
      String requestedBy,
      Instant requestedAt,
      Optional<Instant> endedAt) {
    static LockView of(HostLock lock) {
      return new LockView(
          lock.command().value(),
          lock.kind().name().toLowerCase(Locale.ROOT),
          lock.stage().name().toLowerCase(Locale.ROOT),
          lock.detail(),
          lock.requestedBy(),
          lock.requestedAt(),
          lock.endedAt());
    }
  }
}
