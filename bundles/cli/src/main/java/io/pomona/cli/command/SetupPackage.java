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

/** In place of the one before. */
@Command(name = "package", description = "Upload or delete the package of a team's Macs")
final class SetupPackage implements Runnable {
  @Mixin private Session session;
  @Mixin private TeamOption team;

  @Parameters(
      paramLabel = "FILE|URL",
      arity = "0..1",
      description = "A signed distribution package")
  private Optional<String> location = Optional.empty();

  @Option(names = "--delete", description = "Delete the package of the team")
  private boolean delete;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (delete == location.isPresent()) {
      throw new ParameterException(spec.commandLine(), "Say a file, a URL or --delete.");
    }
    Server server = session.server();
    if (delete) {
      server.delete("/bootstrap/" + team.id(server).orElse(0L));
      spec.commandLine().getOut().println("The package is deleted.");
    } else {
      upload(server, location.get());
    }
  }

  private void upload(Server server, String from) {
    try (PackageFile file = PackageFile.of(from, Path.of("").toAbsolutePath())) {
      boolean sent = new BootstrapUpload(server).send(team.id(server).orElse(0L), file);
      spec.commandLine().getOut().println(file.name() + (sent ? " uploaded." : " is there."));
    }
  }
}
