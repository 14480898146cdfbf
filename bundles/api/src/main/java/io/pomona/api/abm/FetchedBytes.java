package io.pomona.api.abm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which bytes of a file somebody was given, in whatever pieces.
 *
 * @param spans in their order, none touches another
 */
public record FetchedBytes(List<Span> spans) {
  // Whoever fetches in more pieces at a time than this gets the last ones again.
  private static final int MOST = 64;

  /**
   * @param first from 0
   * @param end the byte behind the last one
   */
  public record Span(long first, long end) {}

  public FetchedBytes {
    spans = List.copyOf(spans);
  }

  public static FetchedBytes none() {
    return new FetchedBytes(List.of());
  }

  public static FetchedBytes all(long size) {
    return none().with(0, size);
  }

  /** With these as well; nothing when there are none of them. */
  public FetchedBytes with(long first, long end) {
    if (first >= end) {
      return this;
    }
    List<Span> merged = new ArrayList<>();
    Span added = new Span(first, end);
    for (Span span : spans) {
      if (span.end() < added.first() || span.first() > added.end()) {
        merged.add(span);
      } else {
        added = new Span(Math.min(span.first(), added.first()), Math.max(span.end(), added.end()));
      }
    }
    merged.add(added);
    merged.sort((one, other) -> Long.compare(one.first(), other.first()));
    return new FetchedBytes(merged.stream().limit(MOST).toList());
  }

  /** Whether they are a whole file of this size. */
  public boolean isAll(long size) {
    return spans.stream().anyMatch(span -> span.first() <= 0 && span.end() >= size);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return spans.stream()
        .map(span -> span.first() + "-" + span.end())
        .collect(Collectors.joining(" "));
  }

  public static FetchedBytes parse(String text) {
    return new FetchedBytes(
        Stream.of(text.split(" "))
            .filter(span -> !span.isEmpty())
            .map(FetchedBytes::span)
            .toList());
  }

  private static Span span(String text) {
    int dash = text.indexOf('-');
    return new Span(
        Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }
}
