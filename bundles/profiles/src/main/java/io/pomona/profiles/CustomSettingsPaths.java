package io.pomona.profiles;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.SettingsWish;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of profiles in a file: paths, or objects that have nothing but a path. */
final class CustomSettingsPaths {
  private static final String KEY = "custom_settings";
  private static final int LONGEST = 1_024;
  private static final int MOST = 1_000;

  private CustomSettingsPaths() {}

  static List<String> of(SettingsWish wish, List<FieldError> problems) {
    Set<String> paths = new LinkedHashSet<>();
    if (wish.values().get(KEY) instanceof List<?> entries) {
      if (entries.size() > MOST) {
        problems.add(new FieldError(KEY, "lists up to 1,000 profiles"));
        return List.of();
      }
      entries.forEach(entry -> add(entry, paths, problems));
    }
    return List.copyOf(paths);
  }

  private static void add(Object entry, Set<String> paths, List<FieldError> problems) {
    Object path =
        entry instanceof Map<?, ?> keys && keys.keySet().equals(Set.of("path"))
            ? keys.get("path")
            : entry;
    if (!(path instanceof String text) || text.isBlank() || text.length() > LONGEST) {
      problems.add(new FieldError(KEY, "each entry must be the path of a .mobileconfig"));
    } else if (!paths.add(text)) {
      problems.add(new FieldError(KEY, text + " is here twice"));
    }
  }
}
