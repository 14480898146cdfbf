package io.pomona.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is said with a certificate: whose it is, and whether Macs may be lost by it. */
final class TopicConsent {
  @Option(
      names = "--apple-id",
      paramLabel = "ID",
      description = "The Apple ID that the certificate was made with, for the next renewal")
  private Optional<String> appleId = Optional.empty();

  @Option(
      names = "--force",
      description = "Load it though its topic is another one, which loses every Mac; needs --topic")
  private boolean force;

  @Option(names = "--topic", description = "With --force: the topic that is given up")
  private Optional<String> topic = Optional.empty();

  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    appleId.ifPresent(id -> fields.put("apple_id", id));
    fields.put("force", String.valueOf(force));
    topic.ifPresent(typed -> fields.put("topic", typed));
    return fields;
  }
}
