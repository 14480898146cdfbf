package io.pomona.itests.console;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One run of Playwright in bundles/console/web. */
final class Specs {
  private static final long MINUTES = 20;
  private static final String CLI = "node_modules/@playwright/test/cli.js";

  private final ProcessBuilder builder;
  private final Path output;

  Specs(Path chromium, URI server, URI world) throws IOException {
    output = Files.createDirectories(Path.of("target")).resolve("console-specs.log");
    builder =
        new ProcessBuilder("node", CLI, "test", "-c", "e2e")
            .directory(ProjectFolder.root().resolve("bundles/console/web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CHROMIUM", chromium.toString());
    builder.environment().put("POMONA", server.toString());
    builder.environment().put("POMONA_WORLD", world.toString());
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
