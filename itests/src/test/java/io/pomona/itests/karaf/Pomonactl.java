package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The command line that the distribution brings, as its launcher starts it. */
public final class Pomonactl {
  private final Path launcher;
  private final Path home;

  /**
   * @param home where it keeps what it remembers
   */
  public Pomonactl(KarafServer karaf, Path home) {
    this.launcher = karaf.home().resolve("bin/pomonactl");
    this.home = home;
  }

  /** What it printed and how it ended. */
  public record Result(int exitCode, String out, String err) {}

  /** What it printed, when it ended well. */
  public String done(String... words) {
    Result result = run(words);
    if (result.exitCode() != 0) {
      throw new AssertionError(String.join(" ", words) + ": " + result);
    }
    return result.out();
  }

  /** One that waits for something; ended when it is closed. */
  public record Running(Process process, Path out, Path err) implements AutoCloseable {
    /** What it prints of this form, as soon as it does. */
    public String await(Pattern form) {
      return Awaitility.await("pomonactl prints " + form)
          .atMost(Duration.ofMinutes(1))
          .until(() -> found(form), Optional::isPresent)
          .orElseThrow();
    }

    private Optional<String> found(Pattern form) throws IOException {
      return form.matcher(Files.readString(out)).results().map(MatchResult::group).findFirst();
    }

    public Result end() throws IOException, InterruptedException {
      return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  public Result run(String... words) {
    try (Running running = begin(words)) {
      return running.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Running begin(String... words) {
    List<String> line = new ArrayList<>(List.of(launcher.toString()));
    line.addAll(List.of(words));
    Path out = home.resolve("out.txt");
    Path err = home.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("POMONA_CONFIG", home.resolve("config").toString());
    builder.environment().remove("POMONA_PASSWORD");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      return new Running(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
