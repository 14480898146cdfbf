package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wall clock that a test turns on while a server lives by it: libfaketime in the server's
 * process, which reads from a file how far ahead it is. Timers go on with the true time.
 */
public final class TurnedClock extends Clock {
  private final Path library;
  private final Path file;
  private Duration ahead = Duration.ZERO;

  private TurnedClock(Path library, Path file) {
    this.library = library;
    this.file = file;
    write();
  }

  /** Empty where the machine has no libfaketime (Debian: {@code apt-get install libfaketime}). */
  public static Optional<TurnedClock> create() {
    return library().map(library -> new TurnedClock(library, newFile()));
  }

  private static Optional<Path> library() {
    Path libraries = Path.of("/usr/lib");
    if (!Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    try (Stream<Path> machines = Files.list(libraries)) {
      return machines
          .map(machine -> machine.resolve("faketime/libfaketime.so.1"))
          .filter(Files::isReadable)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFile() {
    try {
      return Files.createTempFile(Files.createDirectories(Path.of("target")), "clock", ".txt")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * For the process that is to live by this clock. The variables after the second keep the time
   * that timers and files have; with the fix on, every wait of a JVM returns at once.
   */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  /** The server notices within two seconds. */
  public void advance(Duration by) {
    ahead = ahead.plus(by);
    write();
  }

  private void write() {
    try {
      Files.writeString(file, "+" + ahead.toSeconds() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Itself: tests tell instants only. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
