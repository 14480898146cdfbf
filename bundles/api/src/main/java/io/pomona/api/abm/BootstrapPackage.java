package io.pomona.api.abm;

import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The package that Macs of a team, or of no team, install when they enroll automatically.
 *
 * @param name of the file
 * @param sha256 of all bytes, in lower-case hexadecimal
 * @param chunkSha256s of each {@link #CHUNK}, the last of what is left
 * @param token whoever knows it may download the package
 */
public record BootstrapPackage(
    Optional<TeamId> team,
    String name,
    LargeFileId file,
    long size,
    String sha256,
    List<String> chunkSha256s,
    String token,
    Instant createdAt) {
  /** How many bytes a Mac checks at once. */
  public static final int CHUNK = 10 << 20;

  public BootstrapPackage {
    chunkSha256s = List.copyOf(chunkSha256s);
  }
}
