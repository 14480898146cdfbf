package io.pomona.cli.command;

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

/** The Macs of ABM with what Apple holds for them. */
@Command(
    name = "abm-assignments",
    aliases = "abm-assignment",
    description = "List the Macs of Apple Business Manager with how their profile was assigned")
final class GetAbmAssignments implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("SERIAL", "/hardware_serial"),
          Column.of("NAME", "/display_name"),
          Column.of("TEAM", "/team_name"),
          Column.of("STATUS", "/status"),
          Column.of("TRIED", "/tried_at"),
          Column.of("NEXT TRY", "/next_try_at"),
          Column.of("DETAIL", "/detail"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(
      names = "--status",
      description = "assigned, pending, not_accessible, failed, throttled, or trouble")
  private Optional<String> status = Optional.empty();

  @Option(names = "--team", description = "Only those of the team of this name, or of \"No team\"")
  private Optional<String> team = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    Optional<Long> id = team.map(name -> TeamOption.scope(server, name));
    LISTING.print(
        spec.commandLine().getOut(),
        format,
        Pages.all(
            server,
            "/mdm/apple/dep/assignments",
            "assignments",
            () -> new Query().with("status", status).with("team_id", id)));
  }
}
