package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import io.pomona.cli.server.UploadForm;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks what is odd about files, without adding them. */
@Command(
    name = "lint",
    description = "Say what is odd about .mobileconfig files, without adding them")
final class ProfilesLint implements Runnable {
  @Mixin private Session session;
  @Mixin private TeamOption team;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The .mobileconfig files")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    var id = team.id(server);
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      InputFile input = new InputFile(file);
      UploadForm form = new UploadForm().file("profile", input.name(), input.read());
      id.ifPresent(number -> form.field("team_id", number.toString()));
      JsonNode warnings = server.upload("/configuration_profiles/lint", form).path("warnings");
      ProfileWarnings.print(out, input.name(), warnings);
      if (warnings.isEmpty()) {
        out.println(input.name() + ": fine.");
      }
    }
  }
}
