package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with Apple Business Manager. */
@Command(
    name = "abm",
    description = "Look after the server tokens of Apple Business Manager",
    subcommands = {
      AbmCommand.Key.class,
      AbmCommand.Sync.class,
      AbmCommand.Team.class,
      AbmCommand.Macs.class,
      AbmCommand.Delete.class
    })
public final class AbmCommand extends Branch {

  /** For the MDM server in ABM. */
  @Command(name = "key", description = "Write the public key for an MDM server in ABM to a file")
  static final class Key implements Runnable {
    @Mixin private Session session;
    @Mixin private PublicKeyFile key;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      key.write(session.server(), spec.commandLine().getOut());
    }
  }

  /** Begins; how it went is shown with the token. */
  @Command(name = "sync", description = "Look at Apple Business Manager now")
  static final class Sync implements Runnable {
    @Mixin private Session session;
    @Mixin private TokenOption token;

    @Option(names = "--full", description = "Fetch all Macs, not only what has changed")
    private boolean full;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      server.post(token.path(server) + "/sync" + new Query().with("full", full), Map.of());
      spec.commandLine()
          .getOut()
          .println("The synchronization begins; pomonactl get mdm-apple-bm shows how it went.");
    }
  }

  /** Where new Macs go. */
  @Command(name = "team", description = "Set the team that new Macs go to")
  static final class Team implements Runnable {
    @Mixin private Session session;
    @Mixin private TokenOption token;

    @Parameters(paramLabel = "TEAM", description = "The name of a team, or \"No team\"")
    private String team;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      Map<String, Long> body = Map.of("macos_team_id", TeamOption.scope(server, team));
      JsonNode answer = server.method("PATCH", token.path(server) + "/teams", body);
      String name = answer.at("/abm_token/macos_team/name").asText();
      spec.commandLine().getOut().println("New Macs go to: " + name + ".");
    }
  }

  /** As Apple described them last. */
  @Command(name = "macs", description = "List the Macs that ABM assigns by a server token")
  static final class Macs implements Runnable {
    private static final Listing LISTING =
        Listing.of(
            Column.of("SERIAL", "/hardware_serial"),
            Column.of("HOST", "/host_id"),
            Column.of("MODEL", "/model"),
            Column.of("DESCRIPTION", "/description"),
            Column.of("ASSIGNED", "/assigned_at"));

    @Mixin private Session session;
    @Mixin private TokenOption token;
    @Mixin private Format format;

    @Option(names = "--missing", description = "Only those that Apple does not show any more")
    private boolean missing;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      String path = token.path(server) + "/devices";
      LISTING.print(
          spec.commandLine().getOut(),
          format,
          Pages.after(server, path, "devices", () -> new Query().with("missing", missing)));
    }
  }

  /** Its Macs are no longer pending. */
  @Command(name = "delete", description = "Delete a server token")
  static final class Delete implements Runnable {
    @Mixin private Session session;

    @Parameters(paramLabel = "ID", description = "The number of the token")
    private long id;

    @Option(names = "--force", description = "Without it, you are told how many Macs it assigns")
    private boolean force;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      session.server().delete("/abm_tokens/" + id + new Query().with("force", force));
      spec.commandLine().getOut().println("The token is deleted; its Macs are no longer pending.");
    }
  }
}
