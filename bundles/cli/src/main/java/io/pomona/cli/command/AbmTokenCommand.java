package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.UploadForm;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads or renews a server token of Apple Business Manager. */
@Command(
    name = "abm-token",
    description = "Load a server token of Apple Business Manager, or renew one")
final class AbmTokenCommand implements Runnable {
  @Mixin private Session session;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "FILE",
      description = "The .p7m that was downloaded from Apple Business Manager")
  private Path file;

  @Option(names = "--renew", paramLabel = "ID", description = "The number of the token to renew")
  private Optional<Long> renewed = Optional.empty();

  @Option(names = "--force", description = "Renew also with the token of another server")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    InputFile input = new InputFile(file);
    UploadForm form = new UploadForm().file("token", input.name(), input.read());
    JsonNode token =
        renewed
            .map(
                id ->
                    session
                        .server()
                        .upload("PATCH", "/abm_tokens/" + id + "/renew?force=" + force, form))
            .orElseGet(() -> session.server().upload("/abm_tokens", form))
            .path("abm_token");
    spec.commandLine()
        .getOut()
        .println(
            "Token "
                + token.path("id").asText()
                + " of "
                + token.path("org_name").asText()
                + " ends on "
                + token.path("renew_date").asText()
                + ".");
  }
}
