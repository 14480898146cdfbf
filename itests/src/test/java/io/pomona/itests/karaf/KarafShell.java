package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The shell of a server, through {@code bin/client} as a script uses it. */
public final class KarafShell {
  private static final String MARK = "pomona-next";
  private static final long PATIENCE_SECONDS = 120;

  private final Path home;

  private KarafShell(Path home) {
    this.home = home;
  }

  public static KarafShell of(KarafServer karaf) {
    return new KarafShell(karaf.home());
  }

  /** What each command printed. The first one that fails ends the rest and this with its words. */
  public List<String> run(String... commands) {
    StringBuilder script = new StringBuilder();
    for (String command : commands) {
      script.append("echo ").append(MARK).append('\n').append(command).append('\n');
    }
    script.append("echo ").append(MARK).append('\n');
    String printed = client(script.toString()).replaceAll("\u001b\\[[0-9;]*m", "");
    List<String> parts = new ArrayList<>(Arrays.asList(printed.split(MARK + "\\R?", -1)));
    if (parts.size() != commands.length + 2) {
      throw new AssertionError("One of " + String.join("; ", commands) + " failed:\n" + printed);
    }
    return parts.subList(1, commands.length + 1).stream().map(String::strip).toList();
  }

  private String client(String script) {
    try {
      // Beside the server, not in it: what a person is shown is no log of the server's.
      Path output = Files.createTempFile(home.getParent(), "client", ".txt");
      try {
        return client(script, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String client(String script, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("bin/client").toString(), "-u", "karaf", "-p", "karaf", "-b")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Process client = builder.start();
      try (OutputStream in = client.getOutputStream()) {
        in.write(script.getBytes(StandardCharsets.UTF_8));
      }
      if (!client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        client.destroyForcibly();
        throw new AssertionError("The shell hangs:\n" + Files.readString(output));
      }
      return Files.readString(output);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
