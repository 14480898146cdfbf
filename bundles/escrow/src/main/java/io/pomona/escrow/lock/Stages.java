package io.pomona.escrow.lock;

import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Stage;
import java.time.Instant;
import java.util.Optional;

/** The same lock at another stage. */
final class Stages {
  private Stages() {}

  static HostLock of(HostLock lock, Stage stage, Optional<Instant> endedAt, String detail) {
    return new HostLock(
        lock.host(),
        lock.serialNumber(),
        lock.enrolledAt(),
        lock.kind(),
        stage,
        lock.command(),
        lock.requestedBy(),
        lock.requestedAt(),
        endedAt,
        detail);
  }
}
