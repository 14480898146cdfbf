package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was given up. */
@Command(name = "redeliver", description = "Deliver again what was given up, all of it or some")
final class WebhooksRedeliver implements Runnable {
  @Mixin private Session session;

  @Parameters(index = "0", paramLabel = "ID", description = "The number of the webhook")
  private long id;

  @Parameters(index = "1..*", paramLabel = "DELIVERY", description = "Only these; else all")
  private List<Long> deliveries = List.of();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JsonNode answer =
        session
            .server()
            .post(WebhooksCommand.path(id) + "/redeliver", Map.of("deliveries", deliveries));
    spec.commandLine().getOut().println(answer.path("redelivered").asInt() + " events wait again.");
  }
}
