package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** In place of the one before. */
@Command(name = "package", description = "Upload the package that Macs of a team install at first")
final class SetupPackage implements Runnable {
  @Mixin private Session session;
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "FILE|URL", description = "A signed distribution package")
  private String location;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    try (PackageFile file = PackageFile.of(location, Path.of("").toAbsolutePath())) {
      boolean sent = new BootstrapUpload(server).send(team.id(server).orElse(0L), file);
      spec.commandLine().getOut().println(file.name() + (sent ? " uploaded." : " is there."));
    }
  }
}
