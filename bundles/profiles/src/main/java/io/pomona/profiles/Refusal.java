package io.pomona.profiles;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.protocol.command.CommandReportReader;
import io.pomona.protocol.command.ErrorChainItem;
import io.pomona.protocol.command.MalformedCommandException;
import java.util.List;
import java.util.Optional;

/** Why a Mac did not do it. */
final class Refusal {
  private static final long NOT_INSTALLED = 89;

  private Refusal() {}

  static String reason(CommandRecord command) {
    if (!command.detail().isEmpty()) {
      return command.detail();
    }
    return command.state() == CommandState.FORMAT_ERROR
        ? "The Mac did not understand the command."
        : "The Mac refused the profile without a reason.";
  }

  /** Whether there was nothing to remove, which is as good as removed. */
  static boolean saysNotInstalled(CommandOutcome outcome) {
    return outcome.answer().stream()
        .flatMap(answer -> errors(answer).stream())
        .anyMatch(Refusal::isNotInstalled);
  }

  private static List<ErrorChainItem> errors(byte[] answer) {
    try {
      return CommandReportReader.read(answer).errors();
    } catch (MalformedCommandException e) {
      return List.of();
    }
  }

  private static boolean isNotInstalled(ErrorChainItem item) {
    boolean code = item.code() == NOT_INSTALLED && item.domain().equals("MDMClientError");
    return code || said(item.usEnglishDescription()) || said(item.localizedDescription());
  }

  private static boolean said(Optional<String> text) {
    return text.filter(words -> words.contains("<MDMClientError:89>")).isPresent();
  }
}
