package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many Macs run which macOS, and how far that is. */
@Command(
    name = "macos-updates",
    aliases = "macos-update",
    description = "Count the enrolled Macs of a team, or of no team, by macOS and state")
final class GetMacosUpdates implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("MACOS", "/version"),
          Column.of("STATE", "/state"),
          Column.of("MACS", "/hosts"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(names = "--team", description = "Only those of the team of this name, or of \"No team\"")
  private Optional<String> team = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    Optional<Long> id = team.map(name -> TeamOption.scope(server, name));
    JsonNode summary =
        server.get("/macos_updates/summary" + id.map(number -> "?team_id=" + number).orElse(""));
    LISTING.print(spec.commandLine().getOut(), format, summary.path("versions"));
  }
}
