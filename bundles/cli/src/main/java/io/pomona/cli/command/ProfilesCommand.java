package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import io.pomona.cli.server.UploadForm;
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
    description = "Add and delete configuration profiles",
    subcommands = {ProfilesCommand.Add.class, ProfilesCommand.Delete.class})
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
        String uuid = server.upload("/configuration_profiles", form).path("profile_uuid").asText();
        spec.commandLine().getOut().println("Added " + input.name() + " as " + uuid + ".");
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
