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

/** The activity feed, newest first. */
@Command(name = "activities", description = "Show who changed what, newest first")
final class GetActivities implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("TIME", "/created_at"),
          Column.of("WHO", "/actor_full_name"),
          Column.of("WHAT", "/type"),
          Column.of("DETAILS", "/details"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "How many at most, 1 to 500 (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--type", description = "Only of this type, such as created_team")
  private Optional<String> type = Optional.empty();

  @Option(names = "--actor", description = "Only of this person: e-mail address or id")
  private Optional<String> actor = Optional.empty();

  @Option(names = "--host", description = "Only of this Mac: UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(names = "--team", description = "Only of the team of this name")
  private Optional<String> team = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From then on, such as 2026-01-05T09:00:00Z")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Before then")
  private Optional<String> until = Optional.empty();

  @Option(names = "--query", description = "Only with this text in a name, e-mail address or type")
  private Optional<String> query = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    JsonNode rows = server.get("/activities" + filters(server)).path("activities");
    LISTING.print(spec.commandLine().getOut(), format, rows);
  }

  private Query filters(Server server) {
    return new Query()
        .with("per_page", limit)
        .with("type", type)
        .with("actor", actor)
        .with("host_id", host.map(name -> HostNames.find(server, name).path("id").asLong()))
        .with("team_id", team.map(name -> TeamOption.id(server, name)))
        .with("since", since)
        .with("until", until)
        .with("query", query);
  }
}
