package io.pomona.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.serverMode;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
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
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.container.internal.KarafTestContainer;
import org.ops4j.pax.exam.karaf.options.KarafDistributionBaseConfigurationOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * A Karaf of its own folder and process, unpacked and configured by Pax Exam and started by Karaf's
 * own script. Tests stay outside and use its public interfaces. Can be killed and started again
 * where it was.
 */
public final class KarafServer implements AutoCloseable {
  private static final String KARAF_VERSION = System.getProperty("karaf.version", "4.4.10");

  private final KarafScript script;

  private KarafServer(KarafScript script) {
    this.script = script;
  }

  /**
   * @param archive the tar.gz
   * @param settings file name in etc to keys and values
   * @param environment variables of the process besides our own
   */
  public static KarafServer start(
      Path archive, Map<String, Map<String, String>> settings, Map<String, String> environment) {
    KarafDistributionBaseConfigurationOption distribution =
        karafDistributionConfiguration()
            .frameworkUrl(archive.toUri().toString())
            .karafVersion(KARAF_VERSION)
            .name("Pomona")
            .unpackDirectory(workFolder().toFile())
            .useDeployFolder(false);
    List<Option> options = new ArrayList<>(ownPorts());
    options.add(distribution);
    options.add(serverMode());
    options.add(keepRuntimeFolder());
    options.add(doNotModifyLogConfiguration());
    settings.forEach(
        (file, keys) ->
            keys.forEach(
                (key, value) -> options.add(editConfigurationFilePut("etc/" + file, key, value))));
    KarafScript script = new KarafScript(environment);
    try {
      new KarafTestContainer(
              PaxExamRuntime.createServerSystem(options.toArray(new Option[0])),
              distribution,
              script)
          .start();
      return new KarafServer(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Option> ownPorts() {
    String management = "etc/org.apache.karaf.management.cfg";
    return List.of(
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + FreePort.find()),
        editConfigurationFilePut(management, "rmiRegistryPort", "" + FreePort.find()),
        editConfigurationFilePut(management, "rmiServerPort", "" + FreePort.find()));
  }

  private static Path workFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/karaf")), "server")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The unpacked Karaf. */
  public Path home() {
    return script.home();
  }

  public Path log() {
    return home().resolve("data/log/karaf.log");
  }

  /** The server's process; empty when it does not run. */
  public Optional<ProcessHandle> process() {
    String mark = "-Dkaraf.home=" + home();
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(mark))
        .findFirst();
  }

  /** The end of the log and what the server's threads do; for the message of a failing test. */
  public String lastWords() {
    return LastWords.of(this);
  }

  /** Ends the process as a power cut would, as far as a process can. */
  public void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    script.shutdown();
  }

  /** Starts the same folder again after {@link #kill()}. */
  public void startAgain() {
    script.start();
  }

  /** Ends the process; etc and the log stay for whoever wants to know what happened. */
  @Override
  public void close() {
    kill();
    Folders.delete(home().resolve("system"));
    Folders.delete(home().resolve("data/cache"));
  }
}
