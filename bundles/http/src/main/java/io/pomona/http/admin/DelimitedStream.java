package io.pomona.http.admin;

import java.io.IOException;
import java.io.InputStream;

/** Ends before each delimiter, until it is asked for what follows it. */
final class DelimitedStream extends InputStream {
  private static final int BUFFER = 64 << 10;

  private final InputStream body;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean ended;

  /**
   * @param before what the body is read as if it began with
   */
  DelimitedStream(InputStream body, byte[] before, byte[] delimiter) {
    this.body = body;
    this.delimiter = delimiter.clone();
    System.arraycopy(before, 0, buffer, 0, before.length);
    to = before.length;
  }

  /**
   * Skips what is left before the delimiter, and the delimiter.
   *
   * @return whether a part follows, and not the end
   */
  boolean nextPart() throws IOException {
    byte[] skipped = new byte[8 << 10];
    while (read(skipped, 0, skipped.length) >= 0) {
      // what nobody wanted
    }
    if (!available(delimiter.length + 2)) {
      throw StreamedForm.bad();
    }
    from += delimiter.length;
    int first = buffer[from++];
    int second = buffer[from++];
    if (first == '\r' && second == '\n') {
      return true;
    }
    if (first == '-' && second == '-') {
      ended = true;
      drain();
      return false;
    }
    throw StreamedForm.bad();
  }

  /** What comes after the end is no part, but has to be taken off the wire. */
  private void drain() throws IOException {
    long left = BUFFER;
    int read = body.read(buffer, 0, buffer.length);
    while (read >= 0 && left > 0) {
      left -= read;
      read = body.read(buffer, 0, buffer.length);
    }
    from = 0;
    to = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    if (!available(delimiter.length)) {
      throw StreamedForm.bad();
    }
    int taken = clear(length);
    if (taken == 0) {
      return -1;
    }
    System.arraycopy(buffer, from, into, offset, taken);
    from += taken;
    return taken;
  }

  /** How many bytes, of those that are wanted, are certainly before the next delimiter. */
  private int clear(int wanted) {
    int last = Math.min(to - delimiter.length, from + wanted - 1);
    for (int i = from; i <= last; i++) {
      if (buffer[i] == delimiter[0] && isDelimiter(i)) {
        return i - from;
      }
    }
    return last + 1 - from;
  }

  private boolean isDelimiter(int at) {
    for (int i = 1; i < delimiter.length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether there are so many bytes, after reading on if there were not. */
  private boolean available(int wanted) throws IOException {
    if (to - from < wanted && from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    while (to - from < wanted) {
      int read = body.read(buffer, to, buffer.length - to);
      if (read < 0) {
        return false;
      }
      to += read;
    }
    return true;
  }
}
