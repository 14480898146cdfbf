package io.pomona.organization.apply;

import io.pomona.organization.settings.SettingsDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML document as maps, lists and plain values, with the line of each key. Dates stay the text
 * that they are written as; tags of classes are refused.
 */
final class YamlTree {
  private static final int DEEPEST = 50;

  private final Map<List<String>, Integer> lines = new HashMap<>();
  private final SpecBudget budget;

  YamlTree(SpecBudget budget) {
    this.budget = budget;
  }

  /** The line of each key, by its path. */
  Map<List<String>, Integer> lines() {
    return lines;
  }

  /**
   * @throws YamlFailure what is not plain, with its line
   */
  Map<String, Object> root(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      throw new YamlFailure(root, "the document must be an object with keys");
    }
    return map(mapping, List.of());
  }

  private Object value(Node node, List<String> path) {
    if (!budget.node() || path.size() > DEEPEST) {
      throw new YamlFailure(node, "this is too much to apply at a time, or nested too deeply");
    }
    if (node instanceof MappingNode mapping) {
      return map(mapping, path);
    }
    return node instanceof SequenceNode sequence ? list(sequence, path) : scalar((ScalarNode) node);
  }

  private List<Object> list(SequenceNode sequence, List<String> path) {
    List<Object> values = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      List<String> place = SettingsDocument.child(path, String.valueOf(values.size()));
      lines.put(place, line(node));
      values.add(value(node, place));
    }
    return values;
  }

  private Map<String, Object> map(MappingNode mapping, List<String> path) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(tuple.getValueNode(), path, merged);
      } else {
        put(tuple, path, values);
      }
    }
    merged.forEach(values::putIfAbsent);
    return values;
  }

  private void put(NodeTuple tuple, List<String> path, Map<String, Object> values) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      throw new YamlFailure(tuple.getKeyNode(), "a key must be a text");
    }
    List<String> place = SettingsDocument.child(path, key.getValue());
    if (values.containsKey(key.getValue())) {
      throw new YamlFailure(key, key.getValue() + " is here twice");
    }
    lines.put(place, line(key));
    values.put(key.getValue(), value(tuple.getValueNode(), place));
  }

  /** {@code <<: *anchor}, one or a list of them; the first that has a key wins. */
  private void merge(Node node, List<String> path, Map<String, Object> values) {
    if (node instanceof SequenceNode several) {
      several.getValue().forEach(one -> merge(one, path, values));
    } else if (node instanceof MappingNode one && budget.node()) {
      map(one, path).forEach(values::putIfAbsent);
    } else {
      throw new YamlFailure(node, "<< takes an object with keys");
    }
  }

  private static Object scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return text.matches("(?i)true|yes|on");
    }
    if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    if (tag.equals(Tag.FLOAT) && text.matches("[-+]?[0-9]{1,15}\\.[0-9]{1,15}")) {
      return Double.parseDouble(text);
    }
    if (tag.startsWith(Tag.PREFIX) && !tag.equals(Tag.BINARY)) {
      return text;
    }
    throw new YamlFailure(node, "write plain values, without " + tag.getValue());
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
