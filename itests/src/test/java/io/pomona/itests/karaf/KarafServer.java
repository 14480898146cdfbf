package io.pomona.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.serverMode;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * A Karaf of its own folder and process, unpacked and started by Pax Exam. Tests stay outside and use
 * its public interfaces. Can be killed and started again where it was.
 */
public final class KarafServer implements AutoCloseable {
  private static final String KARAF_VERSION = System.getProperty("karaf.version", "4.4.10");

  private final Path work;
  private final TestContainer container;
  private final Path home;
  private final int sshPort;
  private Optional<Process> again = Optional.empty();

  private KarafServer(Path work, TestContainer container, Path home, int sshPort) {
    this.work = work;
    this.container = container;
    this.home = home;
    this.sshPort = sshPort;
  }

  /**
   * @param archive the tar.gz
   * @param settings file name in etc to keys and values
   */
  public static KarafServer start(Path archive, Map<String, Map<String, String>> settings) {
    Path work = workFolder();
    int sshPort = FreePort.find();
    List<Option> options = new ArrayList<>(KarafJvm.options(KARAF_VERSION));
    options.add(
        karafDistributionConfiguration()
            .frameworkUrl(archive.toUri().toString())
            .karafVersion(KARAF_VERSION)
            .name("Pomona")
            .unpackDirectory(work.toFile())
            .useDeployFolder(false));
    options.add(serverMode());
    options.add(keepRuntimeFolder());
    options.add(configureConsole().ignoreLocalConsole());
    options.add(
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + sshPort));
    options.add(
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiRegistryPort", "" + FreePort.find()));
    options.add(
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiServerPort", "" + FreePort.find()));
    settings.forEach(
        (file, keys) ->
            keys.forEach(
                (key, value) -> options.add(editConfigurationFilePut("etc/" + file, key, value))));
    try {
      ExamSystem system = PaxExamRuntime.createServerSystem(options.toArray(new Option[0]));
      TestContainer container = PaxExamRuntime.createContainer(system);
      container.start();
      return new KarafServer(work, container, onlyFolder(work), sshPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path workFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/karaf")), "server")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path onlyFolder(Path work) throws IOException {
    try (Stream<Path> folders = Files.list(work)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  /** The unpacked Karaf. */
  public Path home() {
    return home;
  }

  public Path log() {
    return home.resolve("data/log/karaf.log");
  }

  public int sshPort() {
    return sshPort;
  }

  /** The server's process; empty when it does not run. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("-Dkaraf.home=" + home))
        .findFirst();
  }

  /** Ends the process as a power cut would, as far as a process can. */
  public void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /** Starts the same folder again after {@link #kill()}. */
  public void startAgain() {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("again.log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_MAX_MEM", "512m");
    builder.environment().remove("KARAF_DATA");
    try {
      again = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    again.ifPresent(process -> process.destroyForcibly().onExit().join());
    container.stop();
  }
}
