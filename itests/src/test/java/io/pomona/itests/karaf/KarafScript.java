package io.pomona.itests.karaf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.ops4j.pax.exam.karaf.container.internal.runner.Runner;

/**
 * Starts the Karaf that Pax Exam has prepared by {@code bin/karaf server}, as an operator does.
 * What Pax Exam would install for tests inside of the container is left out: nothing has to be
 * resolved for it, and the container holds what the archive holds.
 */
final class KarafScript implements Runner {
  /** For the shell; the distribution has no users. */
  private static final String SHELL_USER = "\nkaraf = karaf,_g_:admingroup\n";

  private static final String ADMIN_GROUP =
      "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n";

  private final Map<String, String> environment;
  private Path home;
  private Optional<Process> process = Optional.empty();

  KarafScript(Map<String, String> environment) {
    this.environment = environment;
  }

  Path home() {
    return home;
  }

  @Override
  public void exec(
      String[] variables,
      File karafBase,
      String javaHome,
      String[] javaOptions,
      String[] endorsedFolders,
      String[] extensionFolders,
      String karafHome,
      String data,
      String etc,
      String log,
      String[] karafOptions,
      String[] options,
      String[] classPath,
      String main,
      String more,
      boolean security) {
    home = karafBase.toPath().toAbsolutePath();
    try {
      leaveTestsOut(home.resolve("etc/org.apache.karaf.features.cfg"));
      Files.writeString(
          home.resolve("etc/users.properties"),
          SHELL_USER + ADMIN_GROUP,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  private static void leaveTestsOut(Path file) throws IOException {
    Properties features = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      features.load(in);
    }
    features.replaceAll(
        (key, value) ->
            value
                .toString()
                .replaceAll(",\\s*mvn:org\\.ops4j\\.pax\\.exam/[^,\\s]*", "")
                .replaceAll(",\\s*exam(-no-junit)?(/[^,)]*)?\\s*(?=,|$)", ""));
    try (OutputStream out = Files.newOutputStream(file)) {
      features.store(out, null);
    }
  }

  void start() {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_MAX_MEM", "512m");
    builder.environment().remove("KARAF_DATA");
    builder.environment().putAll(environment);
    try {
      process = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void shutdown() {
    process.ifPresent(running -> running.destroyForcibly().onExit().join());
    process = Optional.empty();
  }
}
