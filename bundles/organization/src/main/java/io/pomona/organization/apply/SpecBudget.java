package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import java.util.List;

/** How much one request may bring: what is read of all its files is in memory at once. */
final class SpecBudget {
  private static final int MOST_FILES = 1_000;
  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MOST_CHARACTERS = 3 << 20;
  private static final int MOST_NODES = 100_000;

  private int documents;
  private int nodes;

  SpecBudget(List<SpecFile> files) {
    long characters = files.stream().mapToLong(file -> file.content().length()).sum();
    if (files.size() > MOST_FILES || characters > MOST_CHARACTERS) {
      throw new MdmException(
          MdmException.Kind.TOO_LARGE,
          "organization.too_much",
          "Apply up to 1,000 files with 3 MiB of YAML in all at a time.");
    }
  }

  /** Whether one more document may be read. */
  boolean document() {
    return ++documents <= MOST_DOCUMENTS;
  }

  /** Whether one more value may be read; what an alias stands for counts each time. */
  boolean node() {
    return ++nodes <= MOST_NODES;
  }
}
