package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Why a Mac is pending, and what happened to its commands. */
@Command(
    name = "timeline",
    description = "Say what a Mac waits for and what happened to its commands, newest first")
final class GetTimeline implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("TIME", "/time"),
          Column.of("WHAT", "/kind"),
          Column.of("COMMAND", "/request_type"),
          Column.of("BY", "/by"),
          Column.of("WORDS", "/text"),
          Column.of("ID", "/command_uuid"));

  @Mixin private Session session;
  @Mixin private Format format;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Subject subject;

  @Option(
      names = "--limit",
      defaultValue = "20",
      description = "How many commands or Macs at most, 1 to 100 (default: ${DEFAULT-VALUE})")
  private int limit;

  @Spec private CommandSpec spec;

  /** A Mac, a command, or one on the other. */
  private static final class Subject {
    @Option(names = "--host", description = "Of this Mac: UDID, serial number or name")
    private Optional<String> host = Optional.empty();

    @Option(names = "--id", paramLabel = "UUID", description = "Of this command")
    private Optional<String> command = Optional.empty();
  }

  @Override
  public void run() {
    Server server = session.server();
    Optional<Long> host =
        subject.host.map(name -> HostNames.find(server, name).path("id").asLong());
    if (subject.command.isPresent()) {
      command(server, subject.command.get(), host);
    } else {
      JsonNode timeline =
          server.get(
              "/hosts/" + host.orElseThrow() + "/timeline" + new Query().with("per_page", limit));
      print(timeline, JsonNodeFactory.instance.arrayNode().add(timeline));
    }
  }

  private void command(Server server, String uuid, Optional<Long> host) {
    Query query = new Query().with("per_page", limit).with("host_id", host);
    JsonNode timeline = server.get("/commands/" + Query.escape(uuid) + "/timeline" + query);
    print(timeline, timeline.path("hosts"));
  }

  /** A document has all that the server said; a table begins with the sentence of each Mac. */
  private void print(JsonNode document, JsonNode macs) {
    PrintWriter out = spec.commandLine().getOut();
    if (!format.isTable()) {
      LISTING.print(out, format, document);
      return;
    }
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (JsonNode mac : macs) {
      out.println(mac.path("hostname").asText() + ": " + mac.path("sentence").asText());
      mac.path("events").forEach(events::add);
    }
    LISTING.print(out, format, events);
  }
}
