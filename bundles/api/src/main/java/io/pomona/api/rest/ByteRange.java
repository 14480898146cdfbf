package io.pomona.api.rest;

/**
 * Which bytes of a file.
 *
 * @param first from 0
 * @param last the last one as well; one before the first for none
 */
public record ByteRange(long first, long last) {
  public static ByteRange all(long size) {
    return new ByteRange(0, size - 1);
  }

  public long length() {
    return last - first + 1;
  }
}
