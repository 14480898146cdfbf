package io.pomona.store.commands;

import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.protocol.command.CommandReport;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** One report on its way into the database, and what came of it. */
final class Ticket {
  static final int IDLE = 0;
  static final int NOT_NOW = 1;
  static final int ENDED = 2;

  final String channel;
  final String uuid;
  final int kind;
  final String state;
  final String detail;
  final byte[] answer;
  final long at;

  /** Taken before the database is read. */
  final long stamp;

  private final Thread owner = Thread.currentThread();
  private String next;
  private byte[] body;
  private boolean emptied;
  private RuntimeException failure;
  private volatile boolean done;

  Ticket(CommandReportEntry entry, Instant now, long stamp, SealedPlists plists) {
    CommandReport report = entry.report();
    this.channel = report.channel().value();
    this.uuid = report.commandUuid().map(Text::storable).orElse("");
    this.at = Micros.of(now);
    this.stamp = stamp;
    Optional<CommandState> end = end(report);
    this.state = end.map(CommandState::name).orElse("");
    this.detail = end.isPresent() ? Text.storable(report.reason()) : "";
    this.answer = end.isPresent() ? plists.seal(Kind.ANSWER, entry.raw()) : new byte[0];
    this.kind = end.isPresent() ? ENDED : notEnded(report);
  }

  private static Optional<CommandState> end(CommandReport report) {
    return switch (report.status()) {
      case ACKNOWLEDGED -> Optional.of(CommandState.ACKNOWLEDGED);
      case ERROR -> Optional.of(CommandState.ERROR);
      case COMMAND_FORMAT_ERROR -> Optional.of(CommandState.FORMAT_ERROR);
      case IDLE, NOT_NOW -> Optional.empty();
    };
  }

  private static int notEnded(CommandReport report) {
    return switch (report.status()) {
      case NOT_NOW -> NOT_NOW;
      default -> IDLE;
    };
  }

  /** The command to hand out. */
  void give(String uuid) {
    next = uuid;
  }

  Optional<String> next() {
    return Optional.ofNullable(next);
  }

  void carry(byte[] bytes) {
    body = bytes;
  }

  Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }

  /** Nothing waits for the channel any more. */
  void emptied() {
    emptied = true;
  }

  boolean isEmptied() {
    return emptied;
  }

  /** Forgets what an attempt that was rolled back had found. */
  void reset() {
    next = null;
    body = null;
    emptied = false;
  }

  void finish() {
    done = true;
    LockSupport.unpark(owner);
  }

  void fail(RuntimeException e) {
    failure = e;
    finish();
  }

  void call() {
    LockSupport.unpark(owner);
  }

  boolean isDone() {
    return done;
  }

  void check() {
    if (failure != null) {
      throw failure;
    }
  }
}
