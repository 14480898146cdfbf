package io.pomona.cli.command;

import io.pomona.cli.context.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The contexts: which servers are known. */
@Command(
    name = "config",
    description = "Set and show which servers are known",
    subcommands = {ConfigCommand.SetCommand.class, ConfigCommand.ListCommand.class})
public final class ConfigCommand extends Branch {

  /** Remembers a server without logging in. */
  @Command(name = "set", description = "Remember a server, for a login later")
  static final class SetCommand implements Runnable {
    @Mixin private Session session;
    @Mixin private Connection connection;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Context context = connection.over(session.context());
      session.remember(context);
      spec.commandLine().getOut().println("Set " + session.name() + " to " + context + ".");
    }
  }

  /** Shows what is remembered, tokens left out. */
  @Command(name = "list", description = "List the servers that are known")
  static final class ListCommand implements Runnable {
    @Mixin private Session session;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      session
          .file()
          .all()
          .forEach((name, context) -> spec.commandLine().getOut().println(name + "  " + context));
    }
  }
}
