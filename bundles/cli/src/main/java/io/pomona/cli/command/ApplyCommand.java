package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.ChangeReport;
import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.ProgressLine;
import io.pomona.cli.server.Server;
import io.pomona.cli.settings.SettingsFile;
import io.pomona.cli.settings.SettingsReader;
import io.pomona.cli.settings.Variables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the server's settings those of files. */
@Command(
    name = "apply",
    description = "Make the settings those of YAML files: all of them or, where one is wrong, none")
public final class ApplyCommand implements Callable<Integer> {
  private static final int FOUND_CHANGES = 6;

  /** The server's code of a refusal for which force is all that it takes. */
  private static final String NEEDS_FORCE = "organization.needs_force";

  @Mixin private Session session;
  @Mixin private Format format;
  @Mixin private WaitOptions wait;

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE|DIR",
      description = "A file, a folder of .yml files, or - for the standard input; may be repeated")
  private List<Path> named;

  @Option(names = "--dry-run", description = "Show what would change, and change nothing")
  private boolean dryRun;

  @Option(names = "--force", description = "Do what leaves Macs without something they have")
  private boolean force;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "Lines of NAME=value for $NAME; the environment goes before them")
  private Optional<Path> environment = Optional.empty();

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 6 when a dry run finds something to change")
  private boolean detailed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (dryRun && wait.isWanted() || detailed && !dryRun) {
      String sentence = "--wait goes without --dry-run, and --detailed-exitcode only with it.";
      throw new ParameterException(spec.commandLine(), sentence);
    }
    Server server = session.server();
    SettingsReader reader = new SettingsReader(variables(), System.in);
    List<SettingsFile> files = files(reader);
    List<PackageFile> packages = packages(reader);
    JsonNode answer = send(server, files);
    print(answer);
    if (dryRun) {
      packages.forEach(PackageFile::close);
    } else {
      upload(server, reader, packages);
    }
    if (wait.isWanted()) {
      wait.rollout(server, progress()).await(answer.path("changes"));
    }
    return detailed && !answer.path("changes").isEmpty() ? FOUND_CHANGES : 0;
  }

  private Variables variables() {
    return Variables.of(System.getenv(), environment);
  }

  /** One that cannot be had is found out before anything is changed. */
  private List<PackageFile> packages(SettingsReader reader) {
    return reader.packages().stream()
        .map(wanted -> PackageFile.of(wanted.location(), wanted.folder()))
        .toList();
  }

  /** The server remembers where a package is, and gets it from here. */
  private void upload(Server server, SettingsReader reader, List<PackageFile> packages) {
    for (int i = 0; i < packages.size(); i++) {
      try (PackageFile file = packages.get(i)) {
        long team =
            reader.packages().get(i).team().map(name -> TeamOption.id(server, name)).orElse(0L);
        if (new BootstrapUpload(server).send(team, file)) {
          err().println("Uploaded the bootstrap package " + file.name() + ".");
        }
      } catch (Failure refused) {
        throw refused.with(
            "The settings are applied, but the bootstrap package "
                + packages.get(i).name()
                + " is not there yet: apply once more, which sends only what is missing.");
      }
    }
  }

  private List<SettingsFile> files(SettingsReader reader) {
    List<SettingsFile> files = reader.read(named);
    if (!reader.leftOut().isEmpty()) {
      String names = String.join(", ", reader.leftOut());
      err().println("Left out, since they have no kind: " + names);
    }
    return files;
  }

  private JsonNode send(Server server, List<SettingsFile> files) {
    try {
      return send(server, files, force);
    } catch (Failure refused) {
      if (!refused.is(NEEDS_FORCE)) {
        throw refused;
      }
      if (dryRun) {
        // With force a dry run is as harmless, and shows what it is that must be meant.
        print(send(server, files, true));
      }
      throw refused.with("If that is what you want, say it again with --force.");
    }
  }

  private JsonNode send(Server server, List<SettingsFile> files, boolean forced) {
    ProgressLine progress = progress();
    int attachments = files.stream().mapToInt(file -> file.attachments().size()).sum();
    if (isTerminal()) {
      progress.show("Sending files: " + files.size() + ", profiles: " + attachments + " …");
    }
    try {
      String query = "" + new Query().with("dry_run", dryRun).with("force", forced);
      return server.post("/apply" + query, Map.of("files", files));
    } finally {
      progress.end();
    }
  }

  private void print(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (format.kind() == Format.Kind.table) {
      new ChangeReport(out, isTerminal()).print(answer);
    } else {
      Documents.print(out, format, answer);
    }
  }

  private ProgressLine progress() {
    return new ProgressLine(err(), isTerminal());
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** One that shows colours; NO_COLOR and a pipe are none. */
  private static boolean isTerminal() {
    return Ansi.AUTO.enabled();
  }
}
