package io.pomona.itests.bench;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How long the console takes to show the next page; skipped where there is no Chromium. */
final class HostsInABrowser {
  private static final String SCRIPT = "e2e/bench/hosts.mjs";
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Figures figures;

  HostsInABrowser(Figures figures) {
    this.figures = figures;
  }

  void run(URI server, Map<String, String> login) {
    if (!Files.isExecutable(CHROMIUM)) {
      System.out.println("  no " + CHROMIUM + ": the console is not measured");
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder("node", SCRIPT)
            .directory(ProjectFolder.root().resolve("bundles/console/web").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CHROMIUM", CHROMIUM.toString());
    builder.environment().put("POMONA", server.toString());
    builder.environment().putAll(login);
    try {
      Process process = builder.start();
      String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(SCRIPT + " has failed.");
      }
      lines.lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split("\t");
    Latencies times = new Latencies();
    for (int i = 1; i < parts.length; i++) {
      times.add((long) (1e6 * Double.parseDouble(parts[i])));
    }
    System.out.printf(
        "  %-45s p50 %6.1f ms, most %6.1f ms%n", parts[0], times.millis(0.5), times.millis(1));
    figures.add(parts[0] + ", click to paint, p50 (ms)", times.millis(0.5));
    figures.add(parts[0] + ", click to paint, most (ms)", times.millis(1));
  }
}
