package io.pomona.itests.console;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of Playwright in bundles/console/web: of all specs, or of those that the property {@code
 * console.specs} names by parts of their files' names, with commas between.
 */
final class Specs {
  private static final long MINUTES = 20;
  private static final String CLI = "node_modules/@playwright/test/cli.js";

  private final ProcessBuilder builder;
  private final Path output;

  Specs(Path chromium, URI server, URI world) throws IOException {
    output = Files.createDirectories(Path.of("target")).resolve("console-specs.log");
    builder =
        new ProcessBuilder(command())
            .directory(ProjectFolder.root().resolve("bundles/console/web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CHROMIUM", chromium.toString());
    builder.environment().put("POMONA", server.toString());
    builder.environment().put("POMONA_WORLD", world.toString());
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>(List.of("node", CLI, "test", "-c", "e2e"));
    String some = System.getProperty("console.specs", "");
    Stream.of(some.split(",")).filter(name -> !name.isBlank()).forEach(command::add);
    return command;
  }

  /** The exit code. */
  int run() throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  String output() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
