package io.pomona.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be said of a webhook when it is added and later. */
final class WebhookOptions {
  @Option(
      names = "--topic",
      split = ",",
      description =
          "Only these types of activities and events of Macs, such as created_team,mdm.Connect;"
              + " all = everything")
  private List<String> topics = List.of();

  @Option(
      names = "--raw-payload",
      arity = "1",
      description = "true: with the messages of Macs, which may be private; false: without")
  private Optional<Boolean> payloads = Optional.empty();

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!topics.isEmpty()) {
      body.put("topics", topics.equals(List.of("all")) ? List.of() : topics);
    }
    payloads.ifPresent(wanted -> body.put("include_raw_payload", wanted));
    return body;
  }
}
