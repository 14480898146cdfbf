package io.pomona.profiles.rest;

import io.pomona.profiles.bulk.ImportOutcome;
import io.pomona.profiles.bulk.ImportReport;
import io.pomona.profiles.bulk.ImportedFile;
import io.pomona.profiles.lint.LintWarning;
import java.util.List;
import java.util.Optional;

/** The report of an import. */
public record ImportView(
    boolean dryRun,
    long added,
    long unchanged,
    long conflict,
    long refused,
    long skipped,
    List<FileView> files) {

  /** What became of one file. */
  public record FileView(
      String file,
      String outcome,
      Optional<String> name,
      Optional<String> identifier,
      Optional<String> profileUuid,
      String reason,
      List<LintWarning> warnings) {
    static FileView of(ImportedFile file) {
      return new FileView(
          file.file(),
          file.outcome().label(),
          file.name(),
          file.identifier(),
          file.profileUuid(),
          file.reason(),
          file.warnings());
    }
  }

  static ImportView of(ImportReport report) {
    return new ImportView(
        report.dryRun(),
        report.count(ImportOutcome.ADDED),
        report.count(ImportOutcome.UNCHANGED),
        report.count(ImportOutcome.CONFLICT),
        report.count(ImportOutcome.REFUSED),
        report.count(ImportOutcome.SKIPPED),
        report.files().stream().map(FileView::of).toList());
  }
}
