package io.pomona.organization.settings;

import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.TeamId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All settings as one tree: what is fixed, for clients that expect it, and over it what the
 * sections say now.
 */
public final class SettingsDocument {
  private final Map<List<String>, SettingsSection> owners = new LinkedHashMap<>();
  private final Map<String, Object> tree;

  SettingsDocument(
      Map<String, Object> fixed, List<SettingsSection> sections, Optional<TeamId> scope) {
    this.tree = copy(fixed);
    sections.forEach(
        section -> {
          Map<String, Object> described = section.describe(scope);
          put(section.path(), section, described);
          section.alsoAt().forEach(path -> put(path, section, described));
        });
  }

  private void put(List<String> path, SettingsSection section, Map<String, Object> described) {
    node(path).putAll(described);
    described.keySet().forEach(key -> owners.put(child(path, key), section));
  }

  private Map<String, Object> node(List<String> path) {
    Map<String, Object> node = tree;
    for (String key : path) {
      node = map(node.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>()));
    }
    return node;
  }

  public Map<String, Object> tree() {
    return tree;
  }

  /** The section that takes this key. */
  Optional<SettingsSection> owner(List<String> path) {
    return Optional.ofNullable(owners.get(path));
  }

  /** Whether it is only a way to further keys; an object without any is a value. */
  boolean isBranch(List<String> path) {
    return owner(path).isEmpty() && !keys(path).isEmpty();
  }

  /** Empty where there is no such key; a null of the document counts as none. */
  Optional<Object> value(List<String> path) {
    Optional<Object> value = Optional.of(tree);
    for (String key : path) {
      value = value.filter(Map.class::isInstance).map(node -> map(node).get(key));
    }
    return value;
  }

  boolean isKnown(List<String> path) {
    return keys(path.subList(0, path.size() - 1)).contains(path.get(path.size() - 1));
  }

  /** The keys right below, in the order of the alphabet. */
  Set<String> keys(List<String> path) {
    return value(path)
        .filter(Map.class::isInstance)
        .map(node -> (Set<String>) new TreeSet<>(map(node).keySet()))
        .orElse(Set.of());
  }

  public static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path);
    child.add(key);
    return List.copyOf(child);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static Map<String, Object> copy(Map<String, Object> node) {
    Map<String, Object> copy = new LinkedHashMap<>();
    node.forEach((key, value) -> copy.put(key, copyOf(value)));
    return copy;
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?>) {
      return copy(map(value));
    }
    return value instanceof List<?> list ? new ArrayList<>(list) : value;
  }
}
