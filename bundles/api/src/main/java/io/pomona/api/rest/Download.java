package io.pomona.api.rest;

import java.io.OutputStream;

/**
 * What a resource returns for a file that is too large for memory, from a method for GET. {@code
 * http} answers with all of it or with the piece that the request's Range asks for, also to HEAD,
 * without bytes, and with 503 and Retry-After while as many go out as threads can be spared for.
 *
 * @param size of the whole file
 */
public record Download(long size, Content content) {
  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes these, on the thread of the request. Who hangs up is nothing to worry about: then it
     * returns.
     */
    void write(ByteRange range, OutputStream out);
  }
}
