package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.commands.CommandRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms of commands in the admin API; hosts are named twice, for old and new clients. */
public final class CommandViews {
  private CommandViews() {}

  /**
   * One command for one host.
   *
   * @param id where the next page begins, as {@code after}
   */
  public record CommandView(
      long id,
      String deviceId,
      String hostUuid,
      String commandUuid,
      String status,
      Instant updatedAt,
      String requestType,
      String hostname) {
    static CommandView of(CommandRecord command) {
      String host = command.channel().device();
      return new CommandView(
          command.id(),
          host,
          host,
          command.uuid().value(),
          command.state().label(),
          command.updatedAt(),
          command.requestType(),
          command.hostName());
    }
  }

  /**
   * The same with what was sent and answered.
   *
   * @param result the whole answer in base64, empty when there is none
   * @param payload the command in base64
   * @param detail Apple's reason in words, empty text without an error
   */
  public record ResultView(
      String deviceId,
      String hostUuid,
      String commandUuid,
      String status,
      Instant updatedAt,
      String requestType,
      String hostname,
      Optional<String> result,
      Optional<String> payload,
      String detail) {
    static ResultView of(CommandRecord command, Optional<String> result, Optional<String> payload) {
      String host = command.channel().device();
      return new ResultView(
          host,
          host,
          command.uuid().value(),
          command.state().label(),
          command.updatedAt(),
          command.requestType(),
          command.hostName(),
          result,
          payload,
          command.detail());
    }
  }

  /** A page of commands. */
  public record CommandsAnswer(List<CommandView> results) {}

  /**
   * One command for its hosts.
   *
   * @param nextAfter where the next page begins, empty on the last
   */
  public record ResultsAnswer(List<ResultView> results, Optional<String> nextAfter) {}

  /**
   * A command that was queued.
   *
   * @param failedUuids hosts that got nothing since their MDM is off
   * @param warnings what a Mac may refuse or leave out, in sentences
   */
  public record SentAnswer(
      String commandUuid,
      String requestType,
      List<String> failedUuids,
      String platform,
      List<String> warnings) {}

  /**
   * What a cancellation could do.
   *
   * @param cancelled for how many hosts
   * @param underWay of these, how many had fetched the command already
   * @param message the same in words
   */
  public record CancelledAnswer(int cancelled, int underWay, String message) {}

  /** For which hosts to cancel a command; for all when none is named. */
  public record CancelRequest(List<String> hostUuids) {}

  /**
   * A command to be sent, in the form of newer clients.
   *
   * @param urgent before all that is routine, may be missing
   * @param reason why, may be missing
   * @param channel device, as when it is missing, or user
   */
  public record RunRequest(
      String command, List<String> hostUuids, Boolean urgent, String reason, String channel) {
    Terms terms() {
      return CommandViews.terms(urgent, reason, channel);
    }
  }

  private static Terms terms(Boolean urgent, String reason, String channel) {
    String wanted = Optional.ofNullable(channel).orElse("device");
    if (!Set.of("device", "user").contains(wanted)) {
      throw MdmException.invalid(
          "commands.unknown_channel", "channel", "The channel is device or user.");
    }
    String why = Optional.ofNullable(reason).orElse("");
    return new Terms(Boolean.TRUE.equals(urgent), why, wanted.equals("user"));
  }

  /** The same in the form of older clients. */
  public record EnqueueRequest(String command, List<String> deviceIds) {}

  /** A command to be composed by name and keys. */
  public record ComposeRequest(
      String requestType,
      Map<String, Object> keys,
      List<String> hostUuids,
      Boolean urgent,
      String reason,
      String channel) {
    Terms terms() {
      return CommandViews.terms(urgent, reason, channel);
    }
  }
}
