package io.pomona.organization.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes documents as people write them. */
final class SpecWriter {
  private SpecWriter() {}

  static String write(String kind, Map<String, Object> spec) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "v1");
    document.put("kind", kind);
    document.put("spec", spec);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndentWithIndicator(true);
    options.setIndicatorIndent(2);
    options.setAllowUnicode(true);
    options.setWidth(120);
    return new Yaml(options).dump(document);
  }

  /** The values below a path of a tree. */
  @SuppressWarnings("unchecked")
  static void put(Map<String, Object> tree, List<String> path, Map<String, Object> values) {
    Map<String, Object> node = tree;
    for (String key : path) {
      node =
          (Map<String, Object>)
              node.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
    }
    node.putAll(new TreeMap<>(values));
  }
}
