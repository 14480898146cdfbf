package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What brings macOS updates about. */
@Command(
    name = "updates",
    description = "Say how macOS updates are brought about",
    subcommands = UpdatesCommand.Nudge.class)
public final class UpdatesCommand extends Branch {

  /** In place of the one before. */
  @Command(
      name = "nudge",
      description = "Upload or delete the package of Nudge, for Macs with macOS 12 and 13")
  static final class Nudge implements Runnable {
    private static final String PACKAGE = "/macos_updates/nudge_package";

    @Mixin private Session session;

    @Parameters(
        paramLabel = "FILE|URL",
        arity = "0..1",
        description = "A signed distribution package")
    private Optional<String> location = Optional.empty();

    @Option(names = "--delete", description = "Delete the package; Macs keep what they have")
    private boolean delete;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      if (delete == location.isPresent()) {
        throw new ParameterException(spec.commandLine(), "Say a file, a URL or --delete.");
      }
      Server server = session.server();
      if (delete) {
        server.delete(PACKAGE);
        spec.commandLine().getOut().println("The package is deleted.");
      } else {
        upload(server, location.get());
      }
    }

    private void upload(Server server, String from) {
      try (PackageFile file = PackageFile.of(from, Path.of("").toAbsolutePath())) {
        server.upload(PACKAGE, "package", file.name(), file.path());
        spec.commandLine().getOut().println(file.name() + " uploaded.");
      }
    }
  }
}
