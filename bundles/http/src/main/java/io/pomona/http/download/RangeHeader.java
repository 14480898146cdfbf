package io.pomona.http.download;

import io.pomona.api.rest.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client asks for of a file. */
final class RangeHeader {
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  private RangeHeader() {}

  /**
   * What a Range header asks for; empty when there is nothing of it. Of several ranges, or in other
   * units, everything is given, as is allowed.
   */
  static Optional<ByteRange> read(Optional<String> header, long size) {
    Matcher asked = ONE.matcher(header.orElse("").strip());
    if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return Optional.of(ByteRange.all(size));
    }
    ByteRange range =
        asked.group(1).isEmpty()
            ? new ByteRange(Math.max(size - Long.parseLong(asked.group(2)), 0), size - 1)
            : new ByteRange(Long.parseLong(asked.group(1)), last(asked.group(2), size));
    return Optional.of(range).filter(one -> one.first() <= one.last() && one.first() < size);
  }

  private static long last(String text, long size) {
    return text.isEmpty() ? size - 1 : Math.min(Long.parseLong(text), size - 1);
  }
}
