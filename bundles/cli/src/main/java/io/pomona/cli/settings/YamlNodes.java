package io.pomona.cli.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The way through documents that keep their lines. */
final class YamlNodes {
  private YamlNodes() {}

  static Optional<Node> at(Node document, List<String> path) {
    Optional<Node> node = Optional.of(document);
    for (String key : path) {
      node = node.flatMap(parent -> child(parent, key));
    }
    return node;
  }

  static Optional<Node> child(Node node, String key) {
    Stream<NodeTuple> tuples =
        node instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.empty();
    return tuples
        .filter(tuple -> text(tuple.getKeyNode()).equals(Optional.of(key)))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }
}
