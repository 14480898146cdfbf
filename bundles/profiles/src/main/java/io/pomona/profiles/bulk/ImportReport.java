package io.pomona.profiles.bulk;

import java.util.List;

/**
 * What became of all files.
 *
 * @param dryRun whether nothing was stored
 * @param files in their order
 */
public record ImportReport(boolean dryRun, List<ImportedFile> files) {
  public long count(ImportOutcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome).count();
  }
}
