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

/** What is done with configuration profiles. */
@Command(
    name = "profiles",
    description = "Add, import, check, resend and delete configuration profiles",
    subcommands = {
      ProfilesCommand.Add.class,
      ProfilesImport.class,
      ProfilesLint.class,
      ProfilesResend.class,
      ProfilesCommand.Delete.class
    })
public final class ProfilesCommand extends Branch {

  /** Uploads each and goes on after none is refused. */
  @Command(name = "add", description = "Upload .mobileconfig files for a team, or for no team")
  static final class Add implements Runnable {
    @Mixin private Session session;
    @Mixin private TeamOption team;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The .mobileconfig files")
    private List<Path> files;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      var id = team.id(server);
      for (Path file : files) {
        InputFile input = new InputFile(file);
        UploadForm form = new UploadForm().file("profile", input.name(), input.read());
        id.ifPresent(number -> form.field("team_id", number.toString()));
        JsonNode added = server.upload("/configuration_profiles", form);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Added " + input.name() + " as " + added.path("profile_uuid").asText() + ".");
        ProfileWarnings.print(spec.commandLine().getErr(), input.name(), added.path("warnings"));
      }
    }
  }

  /** Deletes it here and removes it from the Macs. */
  @Command(name = "delete", description = "Delete a profile and remove it from the Macs")
  static final class Delete implements Runnable {
    @Mixin private Session session;

    @Parameters(arity = "1..*", paramLabel = "UUID", description = "See pomonactl get profiles")
    private List<String> uuids;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      for (String uuid : uuids) {
        server.delete("/configuration_profiles/" + Query.escape(uuid));
        spec.commandLine().getOut().println("Deleted " + uuid + ".");
      }
    }
  }
}
