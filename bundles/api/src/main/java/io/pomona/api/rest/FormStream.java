package io.pomona.api.rest;

import java.io.InputStream;
import java.util.Optional;

/**
 * A {@code multipart/form-data} body that is read as it comes, for files too large for memory. A
 * resource takes it as its entity parameter and goes through it once, on the request's thread.
 */
public interface FormStream {
  /**
   * The next part, empty after the last one. What was not read of the one before is skipped.
   *
   * @throws io.pomona.api.MdmException malformed
   */
  Optional<Part> next();

  /**
   * One field or file.
   *
   * @param fileName empty for a field; not to be trusted as a path
   * @param content until the next part is asked for
   */
  record Part(String name, Optional<String> fileName, InputStream content) {}
}
