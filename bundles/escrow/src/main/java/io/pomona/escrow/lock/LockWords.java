package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;

/** How locks and erasures are told. */
final class LockWords {
  static final String UNLOCKED = "The Mac was heard of again: it was unlocked with its PIN.";
  static final String ENROLLED_ANEW = "The Mac has enrolled anew.";
  static final String ERASED = "The Mac was erased and has enrolled anew.";
  static final String NOT_ERASED =
      "The Mac was heard of again under the same enrollment: it was not erased.";
  static final String MAY_BE_LOCKED =
      " The Mac had fetched it already and may be locked all the same; its PIN stays visible.";
  static final String MAY_BE_ERASED =
      " The Mac may have been erased all the same; that shows when it is heard of again, or enrolls"
          + " anew.";

  private LockWords() {}

  static MdmException inTheWay(Kind wanted, HostLock other) {
    String verb = wanted == Kind.LOCK ? "lock" : "wipe";
    return MdmException.conflict(
        "escrow.lock_in_the_way", "Can't " + verb + " the host: " + why(other));
  }

  private static String why(HostLock other) {
    if (other.stage() == Stage.PENDING) {
      String what = other.kind() == Kind.LOCK ? "a lock" : "an erasure";
      return what
          + " is on its way already. Wait for the Mac, or cancel command "
          + other.command().value()
          + " first.";
    }
    return other.kind() == Kind.LOCK
        ? "it is locked already. Unlock it at its keyboard with its PIN first."
        : "it was erased already. It can be managed again once it has enrolled anew.";
  }

  static MdmException neverLocked() {
    return MdmException.notFound(
        "escrow.never_locked", "There is no PIN: this host was never locked or erased from here.");
  }
}
