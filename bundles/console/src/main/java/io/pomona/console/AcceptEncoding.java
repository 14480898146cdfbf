package io.pomona.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether who asks can read an encoding: RFC 9110, section 12.5.3. */
final class AcceptEncoding {
  private AcceptEncoding() {}

  /** The header is null when it was not sent: then nothing but the plain file is safe to send. */
  static boolean allows(String header, String encoding) {
    List<String[]> named =
        Stream.ofNullable(header)
            .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split(",")))
            .map(one -> one.strip().split("\\s*;\\s*", -1))
            .toList();
    return find(named, encoding)
        .or(() -> find(named, "*"))
        .filter(AcceptEncoding::wanted)
        .isPresent();
  }

  private static Optional<String[]> find(List<String[]> named, String encoding) {
    return named.stream().filter(one -> one[0].equals(encoding)).findFirst();
  }

  /** A weight of zero says "not this one". */
  private static boolean wanted(String[] parts) {
    return Arrays.stream(parts).skip(1).noneMatch(part -> part.matches("q\\s*=\\s*0(\\.0*)?"));
  }
}
