package io.pomona.organization.settings;

import io.pomona.api.organization.SettingsSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A document that somebody wants to apply, taken apart: who is to do what, and what is wrong. */
public final class SettingsPlan {
  /** What is wrong with a key, from the top of the document. */
  public record Problem(List<String> path, String reason) {}

  private final SettingsDocument document;
  private final Map<SettingsSection, Map<String, Object>> wishes = new LinkedHashMap<>();
  private final Map<List<String>, List<String>> said = new HashMap<>();
  private final List<Problem> unknown = new ArrayList<>();
  private final List<Problem> wrong = new ArrayList<>();

  public SettingsPlan(SettingsDocument document, Map<String, Object> wish) {
    this.document = document;
    walk(List.of(), wish);
  }

  /** By section, only the keys that the document has. */
  public Map<SettingsSection, Map<String, Object>> wishes() {
    return wishes;
  }

  /** Keys that nobody knows. */
  public List<Problem> unknown() {
    return unknown;
  }

  /** Values of the wrong kind, and of settings that Pomona does not have. */
  public List<Problem> wrong() {
    return wrong;
  }

  private void walk(List<String> path, Map<String, Object> wish) {
    wish.forEach((key, value) -> key(SettingsDocument.child(path, key), value));
  }

  private void key(List<String> path, Object value) {
    if (document.isBranch(path)) {
      branch(path, value);
    } else if (document.isKnown(path)) {
      leaf(path, value);
    } else {
      String valid = String.join(", ", document.keys(path.subList(0, path.size() - 1)));
      unknown.add(new Problem(path, "unknown key; valid here are " + valid));
    }
  }

  private void branch(List<String> path, Object value) {
    if (value instanceof Map<?, ?>) {
      walk(path, SettingsDocument.map(value));
    } else if (value != null) {
      wrong.add(new Problem(path, "must be an object with keys"));
    }
  }

  private void leaf(List<String> path, Object value) {
    Object present = document.value(path).orElse(null);
    document
        .owner(path)
        .ifPresentOrElse(
            section -> wish(section, path, present, value), () -> fixed(path, present, value));
  }

  private void wish(SettingsSection section, List<String> path, Object present, Object value) {
    if (value == null && isNothing(present) && !(present instanceof List<?>)) {
      return; // Documents of the reference say null for what is not set, as it is here.
    }
    if (value == null) {
      wrong.add(
          new Problem(path, "has no value: leave it out to keep what is there, " + empty(present)));
    } else if (!JsonKind.of(present).equals(JsonKind.of(value))) {
      wrong.add(new Problem(path, "must be " + JsonKind.of(present)));
    } else {
      want(section, path, present, value);
    }
  }

  /**
   * A key that is understood in two places may be said in both, as it is shown. Who changes one of
   * them in what was shown means that one.
   */
  private void want(SettingsSection section, List<String> path, Object present, Object value) {
    String key = path.get(path.size() - 1);
    Map<String, Object> wish = wishes.computeIfAbsent(section, first -> new LinkedHashMap<>());
    Object before = wish.getOrDefault(key, present);
    List<String> same = SettingsDocument.child(section.path(), key);
    if (before.equals(present)) {
      wish.put(key, value);
      said.put(same, path);
    } else if (!value.equals(present) && !value.equals(before)) {
      List<String> first = said.get(same);
      wrong.add(
          new Problem(
              path,
              "is the same setting as " + String.join(".", first) + ", which says otherwise"));
    }
  }

  private static String empty(Object present) {
    return present instanceof List<?>
        ? "or write [] for an empty list"
        : "or write \"\" for nothing";
  }

  /** What clients got from us they may send back. */
  private void fixed(List<String> path, Object present, Object value) {
    if (value != null && !Objects.equals(text(present), text(value))) {
      wrong.add(new Problem(path, "Pomona has no such setting: leave it out" + orAt(present)));
    }
  }

  /** Of nothing there is nothing to write down. */
  private static String orAt(Object present) {
    return isNothing(present) ? "" : ", or at " + text(present);
  }

  private static boolean isNothing(Object present) {
    return Set.of("", "[]", "{}").contains(text(present));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
