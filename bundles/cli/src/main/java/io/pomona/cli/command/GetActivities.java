package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
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
          Column.of("WHAT", "/type"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "How many at most, 1 to 500 (default: ${DEFAULT-VALUE})")
  private int limit;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String path = "/activities" + new Query().with("per_page", limit);
    JsonNode rows = session.server().get(path).path("activities");
    LISTING.print(spec.commandLine().getOut(), format, rows);
  }
}
