package io.pomona.cli.command;

import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The teams that the caller sees. */
@Command(name = "teams", aliases = "team", description = "List the teams")
final class GetTeams implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("NAME", "/name"),
          Column.of("HOSTS", "/host_count"),
          Column.of("USERS", "/user_count"));

  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    LISTING.print(
        spec.commandLine().getOut(),
        format,
        Pages.all(session.server(), "/teams", "teams", Query::new));
  }
}
