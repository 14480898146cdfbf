package io.pomona.updates.declarations;

import io.pomona.api.updates.ReportedUpdate;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeclarationStatus;
import io.pomona.protocol.declarative.DeviceStatus;
import io.pomona.protocol.declarative.StatusReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a status says of the software update. */
final class UpdateWords {
  private static final int LONGEST = 1000;

  private UpdateWords() {}

  static ReportedUpdate of(DeviceStatus status, DeclarationItems items, Instant now) {
    return new ReportedUpdate(
        cut(status.text("softwareupdate.install-state")),
        cut(status.text("softwareupdate.pending-version.os-version")),
        cut(status.text("softwareupdate.failure-reason.reason")),
        cut(enforcement(status, items)),
        now);
  }

  /** What a column can take: no half letters either. */
  private static Optional<String> cut(Optional<String> text) {
    return text.map(
        whole -> whole.substring(0, Math.min(whole.length(), LONGEST)).replaceAll("\\p{Cs}", " "));
  }

  /** Empty where nothing is required, nothing is said of it yet, or all is well. */
  private static Optional<String> enforcement(DeviceStatus status, DeclarationItems items) {
    if (items.find(OwnDeclarations.UPDATE).isEmpty()) {
      return Optional.empty();
    }
    List<DeclarationStatus> said = status.declarations();
    return trouble(said, OwnDeclarations.UPDATE)
        .or(() -> trouble(said, OwnDeclarations.ACTIVATION));
  }

  private static Optional<String> trouble(List<DeclarationStatus> said, String identifier) {
    return said.stream()
        .filter(declaration -> declaration.identifier().equals(identifier))
        .filter(declaration -> declaration.isInvalid() || isIdle(declaration))
        .map(UpdateWords::words)
        .findFirst();
  }

  /** Between being fetched and being activated it is not yet valid either. */
  private static boolean isIdle(DeclarationStatus declaration) {
    return !declaration.active() && !declaration.reasons().isEmpty();
  }

  private static String words(DeclarationStatus declaration) {
    String state = declaration.isInvalid() ? "is invalid" : "is not active";
    String reasons =
        declaration.reasons().stream().map(StatusReason::words).collect(Collectors.joining(" "));
    return "The declaration on the Mac " + state + (reasons.isEmpty() ? "." : ": " + reasons);
  }
}
