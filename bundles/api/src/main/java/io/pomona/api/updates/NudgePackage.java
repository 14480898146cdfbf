package io.pomona.api.updates;

import io.pomona.api.abm.LargeFileId;
import java.time.Instant;
import java.util.List;

/**
 * Nudge as an installer, uploaded once for the whole organization.
 *
 * @param name of the file
 * @param sha256 of all bytes, in lower-case hexadecimal
 * @param chunkSha256s of each {@link io.pomona.api.abm.BootstrapPackage#CHUNK}, the last of what is
 *     left
 */
public record NudgePackage(
    String name,
    LargeFileId file,
    long size,
    String sha256,
    List<String> chunkSha256s,
    Instant createdAt) {
  public NudgePackage {
    chunkSha256s = List.copyOf(chunkSha256s);
  }
}
