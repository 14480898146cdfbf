package io.pomona.cli.command;

import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the session at the server as well, and forgets the token whatever the server says. */
@Command(name = "logout", description = "End the session")
public final class LogoutCommand implements Runnable {
  @Mixin private Session session;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Context context = session.context();
    if (context.token().isEmpty()) {
      throw new Failure(Failure.Kind.LOGIN, "You are not logged in.");
    }
    session.remember(context.withToken(""));
    Server.of(context).post("/logout", Map.of());
    spec.commandLine().getOut().println("Logged out.");
  }
}
