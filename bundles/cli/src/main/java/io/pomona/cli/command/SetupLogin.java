package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** At the identity provider. */
@Command(name = "login", description = "Say whether people log in before their Mac enrolls")
final class SetupLogin implements Runnable {
  /** As people type it. */
  enum Switch {
    on,
    off
  }

  @Mixin private Session session;
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "on|off", description = "on or off")
  private Switch wanted;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    server.method(
        "PATCH",
        "/setup_experience",
        Map.of(
            "team_id",
            team.id(server).orElse(0L),
            "enable_end_user_authentication",
            wanted == Switch.on));
    spec.commandLine().getOut().println("Login before the enrollment is " + wanted + ".");
  }
}
