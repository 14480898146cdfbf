package io.pomona.protocol.command;

import io.pomona.protocol.channel.ChannelId;
import java.util.List;
import java.util.Optional;

/**
 * The head of what a Mac sends when it polls: the outcome of the last command, or that it is idle.
 *
 * @param commandUuid empty when idle
 * @param requestType newer systems repeat it
 */
public record CommandReport(
    CommandStatus status,
    ChannelId channel,
    Optional<String> commandUuid,
    List<ErrorChainItem> errors,
    Optional<String> requestType) {

  public CommandReport {
    errors = List.copyOf(errors);
  }

  /** Apple's reason in words, empty without an error chain. */
  public String reason() {
    return ErrorChain.sentence(errors);
  }
}
