package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.ProgressLine;
import io.pomona.cli.server.Server;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The way of new settings to the Macs. */
final class Rollout {
  private static final String ORGANIZATION = "organization";

  private final Server server;
  private final ProgressLine progress;
  private final Duration timeout;
  private final Duration interval;

  Rollout(Server server, ProgressLine progress, Duration timeout, Duration interval) {
    this.server = server;
    this.progress = progress;
    this.timeout = timeout;
    this.interval = interval;
  }

  /** Until no Mac of the scopes that changed is pending; fails when it takes too long. */
  void await(JsonNode changes) {
    Map<String, String> summaries = summaries(changes);
    long end = System.nanoTime() + timeout.toNanos();
    Map<String, JsonNode> counts = counts(summaries);
    while (sum(counts, "pending") > 0) {
      progress.show(text(counts));
      if (System.nanoTime() - end >= 0) {
        progress.end();
        throw new Failure(
            Failure.Kind.WAIT, "Macs are still pending, and will go on: " + text(counts));
      }
      pause();
      counts = counts(summaries);
    }
    end(counts);
  }

  private void end(Map<String, JsonNode> counts) {
    if (sum(counts, "failed") > 0) {
      progress.end();
      throw new Failure(
          Failure.Kind.WAIT,
          "Profiles have failed: "
              + text(counts)
              + "\npomonactl get hosts HOST --yaml shows why, below mdm.profiles.");
    }
    progress.finish(
        counts.isEmpty() ? "No Mac to wait for." : "No Mac is pending: " + text(counts));
  }

  /** The address of the counts of each scope that changed. */
  private Map<String, String> summaries(JsonNode changes) {
    Map<String, String> summaries = new LinkedHashMap<>();
    for (JsonNode change : changes) {
      String scope = change.path("scope").asText();
      if (!scope.equals(ORGANIZATION) && !summaries.containsKey(scope)) {
        Query query = new Query();
        summaries.put(
            scope,
            "/configuration_profiles/summary"
                + (scope.equals(TeamOption.NO_TEAM)
                    ? query
                    : query.with("team_id", TeamOption.id(server, scope))));
      }
    }
    return summaries;
  }

  private Map<String, JsonNode> counts(Map<String, String> summaries) {
    Map<String, JsonNode> counts = new LinkedHashMap<>();
    summaries.forEach((scope, path) -> counts.put(scope, server.get(path)));
    return counts;
  }

  private static int sum(Map<String, JsonNode> counts, String status) {
    return counts.values().stream().mapToInt(each -> each.path(status).asInt()).sum();
  }

  private static String text(Map<String, JsonNode> counts) {
    StringJoiner text = new StringJoiner("; ");
    counts.forEach(
        (scope, each) ->
            text.add(
                "%s: %d pending, %d verifying, %d verified, %d failed"
                    .formatted(
                        scope,
                        each.path("pending").asInt(),
                        each.path("verifying").asInt(),
                        each.path("verified").asInt(),
                        each.path("failed").asInt())));
    return text.toString();
  }

  private void pause() {
    try {
      Thread.sleep(interval.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.Kind.WAIT, "Interrupted.", e);
    }
  }
}
