package io.pomona.cli.command;

import io.pomona.cli.output.ProgressLine;
import io.pomona.cli.server.Server;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether to stay until the Macs have followed. */
final class WaitOptions {
  @Option(names = "--wait", description = "Wait until no Mac of what changed is pending")
  private boolean wanted;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeSpan.class,
      description = "How long to wait at most, such as 90s, 10m or 1h (default: ${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "2s",
      converter = TimeSpan.class,
      description = "How often to ask meanwhile (default: ${DEFAULT-VALUE})")
  private Duration interval;

  boolean isWanted() {
    return wanted;
  }

  Rollout rollout(Server server, ProgressLine progress) {
    return new Rollout(server, progress, timeout, interval);
  }
}
