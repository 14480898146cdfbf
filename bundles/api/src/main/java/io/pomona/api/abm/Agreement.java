package io.pomona.api.abm;

import java.time.Instant;

/**
 * The organization's agreement (EULA), which people see before their Mac enrolls automatically.
 *
 * @param name of the file
 * @param content a PDF
 * @param token whoever knows it may read it
 */
public record Agreement(String name, byte[] content, String token, Instant createdAt) {
  /** What is known of it without its bytes, of which there may be many. */
  public record Cover(String name, String token, Instant createdAt) {}

  public Cover cover() {
    return new Cover(name, token, createdAt);
  }
}
