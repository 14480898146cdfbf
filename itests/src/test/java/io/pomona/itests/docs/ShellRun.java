package io.pomona.itests.docs;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A command that runs in a shell in the project's folder, as a reader would run it. */
final class ShellRun implements AutoCloseable {
  private final Process process;
  private final Path output;

  private ShellRun(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static ShellRun start(String command) {
    try {
      Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "run", ".log");
      // In a session of its own, so that one signal reaches all that it has started; and with the
      // interrupt heeded, which a build in the background of a shell would have it ignore.
      ProcessBuilder builder =
          new ProcessBuilder("setsid", "env", "--default-signal=INT", "bash", "-c", command)
              .directory(ProjectFolder.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      return new ShellRun(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code; fails when it is not over in time. */
  int await(Duration most) {
    try {
      if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Ctrl-C does: an interrupt to all processes of the terminal. */
  void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
