package io.pomona.escrow.recoverylock;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.escrow.RecoveryLock;

/** Whether a Mac is being asked: what is asked of a host that is deleted goes with it, unheard. */
record Checks(CommandHistoryStore commands) {
  boolean isUnderWay(RecoveryLock lock) {
    return lock.check().filter(uuid -> !commands.find(uuid).isEmpty()).isPresent();
  }
}
