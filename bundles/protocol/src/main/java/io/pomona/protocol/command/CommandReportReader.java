package io.pomona.protocol.command;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the head of a report. This is what every poll goes through, so it scans the bytes for the
 * few keys that matter and steps over the rest.
 */
public final class CommandReportReader {
  static final int MAX_ERRORS = 64;

  private CommandReportReader() {}

  /**
   * @param body the request as it came; the caller has limited its size
   * @throws MalformedCommandException with a sentence that says what is missing or wrong
   */
  public static CommandReport read(byte[] body) {
    try {
      return PlistScanner.canScan(body) ? scan(body) : report(PlistReader.read(body));
    } catch (MalformedCommandException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedCommandException(e.getMessage(), e);
    }
  }

  private static CommandReport scan(byte[] body) {
    ReportHead head = new ReportScan(new PlistScanner(body)).read();
    return report(head::text, head.errors());
  }

  /** The same from a dictionary that has been read already. */
  public static CommandReport report(PlistDict dict) {
    return report(dict::string, errors(dict));
  }

  /** Apple's reasons in this dictionary, the whole of a report or a part that has its own. */
  public static List<ErrorChainItem> errors(PlistDict dict) {
    List<ErrorChainItem> errors = new ArrayList<>();
    for (PlistDict item : dict.dicts("ErrorChain")) {
      if (errors.size() < MAX_ERRORS) {
        errors.add(
            new ErrorChainItem(
                item.integer("ErrorCode").orElse(0L),
                item.string("ErrorDomain").orElse(""),
                item.string("LocalizedDescription"),
                item.string("USEnglishDescription")));
      }
    }
    return errors;
  }

  private static CommandReport report(
      Function<String, Optional<String>> text, List<ErrorChainItem> errors) {
    CommandStatus status =
        text.apply("Status")
            .flatMap(CommandStatus::of)
            .orElseThrow(
                () ->
                    new MalformedCommandException(
                        "The report has no Status, or one that Apple does not define."));
    Optional<String> uuid = text.apply("CommandUUID").filter(value -> !value.isEmpty());
    uuid.ifPresent(CommandUuids::require);
    if (uuid.isEmpty() && status != CommandStatus.IDLE) {
      throw new MalformedCommandException("The report names no command: CommandUUID is missing.");
    }
    return new CommandReport(
        status,
        ChannelId.of(text),
        uuid,
        errors,
        text.apply("RequestType").filter(value -> !value.isEmpty()));
  }

  /** What the scan collects. */
  record ReportHead(Map<String, String> texts, List<ErrorChainItem> errors) {
    Optional<String> text(String key) {
      return Optional.ofNullable(texts.get(key));
    }
  }
}
