package io.pomona.commands.device;

import io.pomona.api.MdmException;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandReport;
import io.pomona.protocol.command.CommandReportReader;
import io.pomona.protocol.command.CommandStatus;
import io.pomona.protocol.command.ErrorChainItem;
import io.pomona.protocol.command.MalformedCommandException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads reports. A Mac sends an answer again until it is accepted, so one that is damaged but says
 * which command it is about ends that command; otherwise it would block the queue for ever.
 */
final class MacReports {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(/?)dict\\s*>|<key>([A-Za-z]{1,32})</key>\\s*<string>([^<]{1,128})</string>");

  private MacReports() {}

  static CommandReport read(byte[] body) {
    try {
      return CommandReportReader.read(body);
    } catch (MalformedCommandException e) {
      return damaged(body)
          .orElseThrow(
              () -> MdmException.malformed("commands.bad_report", e.getMessage()).causedBy(e));
    }
  }

  private static Optional<CommandReport> damaged(byte[] body) {
    Map<String, String> texts = topLevelTexts(new String(body, StandardCharsets.UTF_8));
    Optional<String> uuid =
        Optional.ofNullable(texts.get("CommandUUID"))
            .filter(text -> text.matches("[A-Za-z0-9._-]{1,64}"));
    Optional<CommandStatus> status =
        Optional.ofNullable(texts.get("Status")).flatMap(CommandStatus::of);
    if (uuid.isEmpty()) {
      return Optional.empty();
    }
    try {
      ChannelId channel = ChannelId.of(key -> Optional.ofNullable(texts.get(key)));
      return Optional.of(
          status.filter(known -> known != CommandStatus.IDLE).isPresent()
              ? report(status.get(), channel, uuid, List.of())
              : report(CommandStatus.ERROR, channel, uuid, List.of(unreadable())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CommandReport report(
      CommandStatus status, ChannelId channel, Optional<String> uuid, List<ErrorChainItem> errors) {
    return new CommandReport(status, channel, uuid, errors, Optional.empty());
  }

  private static ErrorChainItem unreadable() {
    String words = "The Mac's answer cannot be read.";
    return new ErrorChainItem(0, "io.pomona", Optional.of(words), Optional.of(words));
  }

  /** Keys inside other dictionaries do not count: answers hold a Status of their own. */
  private static Map<String, String> topLevelTexts(String text) {
    Map<String, String> texts = new HashMap<>();
    int depth = 0;
    for (Matcher token = TOKEN.matcher(text); token.find(); ) {
      if (token.group(2) == null) {
        depth += token.group(1).isEmpty() ? 1 : -1;
      } else if (depth == 1) {
        texts.putIfAbsent(token.group(2), token.group(3).strip());
      }
    }
    return texts;
  }
}
