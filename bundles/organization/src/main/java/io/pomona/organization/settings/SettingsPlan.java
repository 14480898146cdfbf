package io.pomona.organization.settings;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.SettingsSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A document that somebody wants to apply, taken apart: who is to do what, and what is wrong. */
final class SettingsPlan {
  private final SettingsDocument document;
  private final Map<SettingsSection, Map<String, Object>> wishes = new LinkedHashMap<>();
  private final List<FieldError> unknown = new ArrayList<>();
  private final List<FieldError> wrong = new ArrayList<>();

  SettingsPlan(SettingsDocument document, Map<String, Object> wish) {
    this.document = document;
    walk(List.of(), wish);
  }

  /** By section, only the keys that the document has. */
  Map<SettingsSection, Map<String, Object>> wishes() {
    return wishes;
  }

  /**
   * @throws MdmException malformed where keys are unknown, invalid where values are wrong
   */
  void requireReadable() {
    require(Kind.MALFORMED, "organization.unknown_setting", unknown);
    require(Kind.INVALID, "organization.bad_setting", wrong);
  }

  static void require(Kind kind, String code, List<FieldError> problems) {
    if (!problems.isEmpty()) {
      FieldError first = problems.get(0);
      throw new MdmException(kind, code, first.name() + ": " + first.reason(), problems);
    }
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
      unknown.add(new FieldError(name(path), "unknown key; valid here are " + valid));
    }
  }

  private void branch(List<String> path, Object value) {
    if (value instanceof Map<?, ?>) {
      walk(path, SettingsDocument.map(value));
    } else if (value != null) {
      wrong.add(new FieldError(name(path), "must be an object with keys"));
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
    if (!JsonKind.of(present).equals(JsonKind.of(value))) {
      wrong.add(new FieldError(name(path), "must be " + JsonKind.of(present)));
      return;
    }
    wishes
        .computeIfAbsent(section, first -> new LinkedHashMap<>())
        .put(path.get(path.size() - 1), value);
  }

  /** What clients got from us they may send back. */
  private void fixed(List<String> path, Object present, Object value) {
    if (value != null && !Objects.equals(text(present), text(value))) {
      wrong.add(
          new FieldError(
              name(path), "Pomona has no such setting: leave it out, or at " + text(present)));
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String name(List<String> path) {
    return String.join(".", path);
  }
}
