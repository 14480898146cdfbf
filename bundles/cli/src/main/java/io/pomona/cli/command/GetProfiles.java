package io.pomona.cli.command;

import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The configuration profiles of a scope. */
@Command(
    name = "profiles",
    aliases = "profile",
    description = "List the configuration profiles of a team, or of no team")
final class GetProfiles implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("UUID", "/profile_uuid"),
          Column.of("NAME", "/name"),
          Column.of("IDENTIFIER", "/identifier"),
          Column.of("ORIGIN", "/origin"),
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
        server.get("/configuration_profiles" + query).path("profiles"));
  }
}
