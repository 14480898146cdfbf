package io.pomona.organization.apply;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a document refers to, by path. Settings that take files have them here. */
final class Mentions {
  private static final List<List<String>> KEYS =
      List.of(
          List.of("mdm", "macos_settings", "custom_settings"),
          List.of("mdm", "macos_setup", "macos_setup_assistant"));

  private Mentions() {}

  static List<String> of(SpecDocument document) {
    Optional<Object> settings =
        Optional.of(document.spec())
            .map(spec -> document.kindKey().equals(TeamKind.NAME) ? spec.get("team") : spec);
    return KEYS.stream().flatMap(keys -> below(settings, keys)).toList();
  }

  private static Stream<String> below(Optional<Object> settings, List<String> keys) {
    Optional<Object> node = settings;
    for (String key : keys) {
      node = node.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(key));
    }
    return node.stream()
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Mentions::path)
        .flatMap(Optional::stream);
  }

  private static Optional<String> path(Object entry) {
    Object path = entry instanceof Map<?, ?> map ? map.get("path") : entry;
    return Optional.ofNullable(path).map(Objects::toString).filter(text -> !text.isBlank());
  }
}
