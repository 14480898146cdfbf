package io.pomona.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The assembled Karaf as a child of this process, its output in a file. */
final class KarafProcess implements AutoCloseable {

  private static final Duration STOP_TIME = Duration.ofSeconds(40);

  private final Process process;
  private final Path log;
  private volatile boolean closed;

  private KarafProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static KarafProcess start(DemoSettings settings, Map<String, String> more) throws IOException {
    Path script = settings.karafHome().resolve("bin").resolve("karaf");
    if (!Files.isRegularFile(script)) {
      throw new DemoException("There is no Karaf in " + settings.karafHome() + "; build it first");
    }
    Files.createDirectories(settings.karafData());
    // a rebuilt distribution must be taken, and Karaf would go on with the bundles of its cache
    delete(settings.karafData().resolve("cache"));
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toAbsolutePath().toString(), "server")
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(settings.karafLog().toFile());
    builder.environment().put("KARAF_DATA", settings.karafData().toAbsolutePath().toString());
    builder.environment().put("KARAF_EXEC", "exec"); // the shell becomes Java: one process to stop
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove(DemoSettings.PASSWORD_VARIABLE);
    builder.environment().putAll(more);
    return new KarafProcess(builder.start(), settings.karafLog());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Waits this long; false as soon as Karaf has ended. */
  boolean stillRunsAfter(Duration wait) throws InterruptedException {
    return !process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The end of what it wrote, for people. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True once it was told to end. */
  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
