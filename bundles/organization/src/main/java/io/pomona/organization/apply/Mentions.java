package io.pomona.organization.apply;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that a document refers to, by path. Settings that take files have them here. */
final class Mentions {
  private static final List<String> LIST = List.of("mdm", "macos_settings", "custom_settings");

  private Mentions() {}

  static List<String> of(SpecDocument document) {
    Optional<Object> node =
        Optional.of(document.spec())
            .map(spec -> document.kindKey().equals(TeamKind.NAME) ? spec.get("team") : spec);
    for (String key : LIST) {
      node = node.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(key));
    }
    return node.filter(List.class::isInstance)
        .map(
            list ->
                ((List<?>) list).stream().map(Mentions::path).flatMap(Optional::stream).toList())
        .orElse(List.of());
  }

  private static Optional<String> path(Object entry) {
    Object path = entry instanceof Map<?, ?> map ? map.get("path") : entry;
    return Optional.ofNullable(path).map(Objects::toString).filter(text -> !text.isBlank());
  }
}
