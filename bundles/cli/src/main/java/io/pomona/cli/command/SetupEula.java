package io.pomona.cli.command;

import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
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

/** Of the whole organization; one is deleted before there is another. */
@Command(
    name = "eula",
    description = "Show, upload or delete the agreement that people see before their Mac enrolls")
final class SetupEula implements Runnable {
  private static final String CALL = "/setup_experience/eula";

  @Mixin private Session session;
  @Mixin private Format format;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A PDF; without it, what is there")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--delete", description = "Delete the agreement")
  private boolean delete;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (delete && file.isPresent()) {
      throw new ParameterException(spec.commandLine(), "--delete goes without a file.");
    }
    Server server = session.server();
    if (delete) {
      String token = server.get(CALL + "/metadata").path("token").asText();
      server.delete(CALL + "/" + token);
      spec.commandLine().getOut().println("The agreement is deleted.");
    } else if (file.isPresent()) {
      Path path = file.get();
      server.upload(CALL, "eula", path.getFileName().toString(), path);
      spec.commandLine().getOut().println(path.getFileName() + " uploaded.");
    } else {
      Documents.print(spec.commandLine().getOut(), format, server.get(CALL + "/metadata"));
    }
  }
}
