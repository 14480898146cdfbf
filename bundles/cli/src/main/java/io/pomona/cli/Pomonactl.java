package io.pomona.cli;

import io.pomona.cli.command.AbmCommand;
import io.pomona.cli.command.ApnsCommand;
import io.pomona.cli.command.ApplyCommand;
import io.pomona.cli.command.ConfigCommand;
import io.pomona.cli.command.DeclarationsCommand;
import io.pomona.cli.command.GenerateCommand;
import io.pomona.cli.command.GetCommand;
import io.pomona.cli.command.HostsCommand;
import io.pomona.cli.command.LoginCommand;
import io.pomona.cli.command.LogoutCommand;
import io.pomona.cli.command.MdmCommand;
import io.pomona.cli.command.ProfilesCommand;
import io.pomona.cli.command.SetupCommand;
import io.pomona.cli.command.UpdatesCommand;
import io.pomona.cli.command.UsersCommand;
import io.pomona.cli.command.WebhooksCommand;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The remote command line of Pomona, over the admin REST API only. */
@Command(
    name = "pomonactl",
    description = "Administers Pomona, a server for Mac management, from anywhere.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Pomonactl.Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused by the server",
      "2:the command line cannot be read",
      "3:not logged in",
      "4:no answer from the server",
      "5:a file cannot be read or written",
      "6:with --detailed-exitcode, a dry run found something to change",
      "7:with --wait, Macs are still pending or have failed"
    },
    subcommands = {
      LoginCommand.class,
      LogoutCommand.class,
      ConfigCommand.class,
      ApplyCommand.class,
      GenerateCommand.class,
      GetCommand.class,
      MdmCommand.class,
      AbmCommand.class,
      ApnsCommand.class,
      HostsCommand.class,
      SetupCommand.class,
      ProfilesCommand.class,
      DeclarationsCommand.class,
      UpdatesCommand.class,
      UsersCommand.class,
      WebhooksCommand.class,
      GenerateCompletion.class
    })
public final class Pomonactl implements Runnable {
  @Spec private CommandSpec spec;

  /** What the jar says of itself. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Pomonactl.class.getPackage().getImplementationVersion();
      return new String[] {"pomonactl " + Optional.ofNullable(version).orElse("of this build")};
    }
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Pomonactl())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(sentence(failure));
              return failure instanceof Failure expected ? expected.exitCode() : 1;
            });
  }

  private static String sentence(Exception failure) {
    return failure instanceof Failure
        ? "Error: " + failure.getMessage()
        : "Error: " + failure.getMessage() + " (a defect of pomonactl: please report it)";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
