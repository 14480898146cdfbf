package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Newest first. */
@Command(name = "deliveries", description = "List events for a webhook, newest first")
final class WebhooksDeliveries implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("ID", "/id"),
          Column.of("TIME", "/created_at"),
          Column.of("TOPIC", "/topic"),
          Column.of("STATE", "/state"),
          Column.of("TRIES", "/attempts"),
          Column.of("LAST", "/tried_at"),
          Column.of("OUTCOME", "/outcome"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Parameters(paramLabel = "ID", description = "The number of the webhook")
  private long id;

  @Option(names = "--state", description = "Only waiting, delivered or dead ones")
  private Optional<String> state = Optional.empty();

  @Option(names = "--limit", defaultValue = "50", description = "How many at most")
  private int limit;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Query query = new Query().with("per_page", limit).with("state", state);
    JsonNode rows =
        session.server().get(WebhooksCommand.path(id) + "/deliveries" + query).path("deliveries");
    LISTING.print(spec.commandLine().getOut(), format, rows);
  }
}
