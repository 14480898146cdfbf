package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * Files that are too large for memory, in parts, so that every node reads what one has received.
 * Each method is one transaction.
 */
public interface LargeFileStore {
  /** Bytes of every part but the last one. */
  int PART = 1 << 20;

  LargeFileId begin(Instant now);

  /**
   * @param place 0 for the first part
   */
  void append(LargeFileId file, int place, byte[] part);

  Optional<byte[]> part(LargeFileId file, int place);

  /**
   * Deletes files that were begun before this and that neither a team's package, nor Nudge, nor the
   * set-up of a Mac needs, which is under way or of an enrollment of this time or later; nor a Mac
   * that may fetch Nudge until later than that.
   *
   * @return how many
   */
  int forget(Instant begunBefore, Instant enrolledSince, int limit);

  /** Deletes one that is nobody's package. */
  void delete(LargeFileId file);
}
