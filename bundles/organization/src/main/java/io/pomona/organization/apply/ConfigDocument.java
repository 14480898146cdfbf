package io.pomona.organization.apply;

import io.pomona.api.organization.Actor;
import io.pomona.organization.settings.Settings;
import io.pomona.organization.settings.SettingsDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the organization as a document that can be applied. */
public final class ConfigDocument {
  /** A list of paths without the files would say that there shall be no other profiles. */
  private static final List<String> PROFILES = List.of("mdm", "macos_settings", "custom_settings");

  private ConfigDocument() {}

  public static String of(Settings settings, Actor actor) {
    Object tree = copy(List.of(), settings.describe(actor, Optional.empty()));
    return SpecWriter.write(ConfigKind.NAME, keyed(tree));
  }

  /** Of its own throughout, for the writer makes a reference of what it meets twice. */
  private static Object copy(List<String> path, Object node) {
    if (node instanceof Map<?, ?>) {
      Map<String, Object> copy = new LinkedHashMap<>();
      keyed(node)
          .forEach(
              (key, value) -> {
                List<String> child = SettingsDocument.child(path, key);
                if (!child.equals(PROFILES)) {
                  copy.put(key, copy(child, value));
                }
              });
      return copy;
    }
    return node instanceof List<?> list
        ? new ArrayList<>(list.stream().map(each -> copy(path, each)).toList())
        : node;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> keyed(Object node) {
    return (Map<String, Object>) node;
  }
}
