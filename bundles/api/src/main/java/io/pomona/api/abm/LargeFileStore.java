package io.pomona.api.abm;

import io.pomona.api.MdmException;
import io.pomona.api.rest.ByteRange;
import java.io.IOException;
import java.io.OutputStream;
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

  /**
   * Writes these bytes of a file, a part at a time, to who may hang up on the way.
   *
   * @return the place behind the last one that was taken
   * @throws MdmException not found when the file is gone
   */
  default long write(LargeFileId file, ByteRange range, OutputStream out) {
    long at = range.first();
    while (at <= range.last()) {
      byte[] part =
          part(file, (int) (at / PART))
              .orElseThrow(
                  () -> MdmException.notFound("abm.no_such_package", "The package is gone."));
      int from = (int) (at % PART);
      int length = (int) Math.min(part.length - from, range.last() - at + 1);
      try {
        out.write(part, from, Math.max(length, 0));
      } catch (IOException e) {
        return at;
      }
      if (length <= 0) {
        return at;
      }
      at += length;
    }
    return at;
  }

  /** Deletes one that is nobody's package. */
  void delete(LargeFileId file);
}
