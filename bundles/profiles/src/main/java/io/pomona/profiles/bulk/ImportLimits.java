package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import io.pomona.profiles.ProfileRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what one import brings, and ends one that brings too much before it has been read. */
final class ImportLimits {
  static final int MOST_FILES = 1000;
  static final long MOST_BYTES = 32L << 20;

  /** Profiles are text and shrink well, but not so well. */
  static final long MOST_RATIO = 200;

  private static final long ALWAYS_TAKEN = 1 << 20;
  private static final int PIECE = 16 << 10;

  private final long packed;
  private int files;
  private long bytes;

  private ImportLimits(long packed) {
    this.packed = packed;
  }

  /**
   * @param packed how many bytes have come, packed or not
   */
  static ImportLimits of(long packed) {
    return new ImportLimits(packed);
  }

  /** Reads a file to its end, and keeps no more of it than a profile may have and a byte. */
  byte[] read(InputStream file) throws IOException {
    if (++files > MOST_FILES) {
      throw tooMuch("more than " + MOST_FILES + " files");
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int n = file.read(piece); n >= 0; n = file.read(piece)) {
      count(n);
      kept.write(piece, 0, Math.min(n, ProfileRules.MOST_BYTES + 1 - kept.size()));
    }
    return kept.toByteArray();
  }

  private void count(int more) {
    bytes += more;
    if (bytes > MOST_BYTES) {
      throw tooMuch("more than " + (MOST_BYTES >> 20) + " MiB");
    }
    if (bytes > ALWAYS_TAKEN && bytes / MOST_RATIO > packed) {
      throw tooMuch("files that are packed too densely for profiles");
    }
  }

  private static MdmException tooMuch(String what) {
    return new MdmException(
        MdmException.Kind.TOO_LARGE,
        "profiles.import_too_large",
        "The import holds " + what + "; nothing of it was added. Import it in parts.");
  }
}
