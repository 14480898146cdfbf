package io.pomona.profiles.bulk;

import io.pomona.profiles.lint.LintWarning;
import io.pomona.protocol.profile.MobileConfig;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param profileUuid of the stored profile, if there is one
 * @param reason a sentence where the file was not taken, empty text otherwise
 */
public record ImportedFile(
    String file,
    ImportOutcome outcome,
    Optional<String> name,
    Optional<String> identifier,
    Optional<String> profileUuid,
    String reason,
    List<LintWarning> warnings) {

  static ImportedFile unread(ProfileFile file, ImportOutcome outcome, String reason) {
    return new ImportedFile(
        file.name(),
        outcome,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason,
        List.of());
  }

  static ImportedFile read(ProfileFile file, MobileConfig profile, ImportOutcome outcome) {
    return new ImportedFile(
        file.name(),
        outcome,
        Optional.of(profile.displayName()),
        Optional.of(profile.identifier()),
        Optional.empty(),
        "",
        List.of());
  }

  ImportedFile because(String why) {
    return new ImportedFile(file, outcome, name, identifier, profileUuid, why, warnings);
  }

  /** As if nothing had been said of its content. */
  ImportedFile refused(ImportOutcome instead, String why) {
    return new ImportedFile(file, instead, name, identifier, Optional.empty(), why, List.of());
  }

  ImportedFile stored(Optional<String> uuid) {
    return new ImportedFile(file, outcome, name, identifier, uuid, reason, warnings);
  }

  ImportedFile with(List<LintWarning> found) {
    return new ImportedFile(file, outcome, name, identifier, profileUuid, reason, found);
  }
}
