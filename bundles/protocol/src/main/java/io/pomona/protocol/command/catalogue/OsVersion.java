package io.pomona.protocol.command.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A version of macOS; parts that are left out count as 0. */
public record OsVersion(List<Integer> parts) implements Comparable<OsVersion> {
  private static final Pattern FORM = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,3}");

  public OsVersion {
    parts = List.copyOf(parts);
  }

  /** Empty when the text is no version. */
  public static Optional<OsVersion> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(
            new OsVersion(Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()))
        : Optional.empty();
  }

  @Override
  public int compareTo(OsVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int difference = Integer.compare(part(i), other.part(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public String toString() {
    return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
