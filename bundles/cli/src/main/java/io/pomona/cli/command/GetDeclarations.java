package io.pomona.cli.command;

import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The declarations of a scope. */
@Command(
    name = "declarations",
    aliases = "declaration",
    description = "List the declarations of a team, or of no team")
final class GetDeclarations implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("ID", "/id"),
          Column.of("IDENTIFIER", "/identifier"),
          Column.of("TYPE", "/type"),
          Column.of("UPDATED", "/updated_at"));

  @Mixin private Session session;
  @Mixin private Format format;
  @Mixin private TeamOption team;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var server = session.server();
    var query = new Query().with("team_id", team.id(server));
    LISTING.print(
        spec.commandLine().getOut(),
        format,
        server.get("/declarations" + query).path("declarations"));
  }
}
