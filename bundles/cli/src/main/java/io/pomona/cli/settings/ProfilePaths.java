package io.pomona.cli.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The files that the documents of a text refer to, and in which line. */
final class ProfilePaths {
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "config", List.of("spec", "mdm", "macos_settings", "custom_settings"),
          "team", List.of("spec", "team", "mdm", "macos_settings", "custom_settings"));

  private ProfilePaths() {}

  /**
   * @param path as the document has it
   * @param line from 1
   */
  record Mention(String path, int line) {}

  static List<Mention> in(String name, String yaml) {
    List<Mention> mentions = new ArrayList<>();
    try {
      for (Node document : new Yaml(new LoaderOptions()).composeAll(new StringReader(yaml))) {
        list(document).ifPresent(list -> list.getValue().forEach(each -> add(mentions, each)));
      }
    } catch (YAMLException e) {
      throw Unreadable.of(name, e);
    }
    return mentions;
  }

  private static Optional<SequenceNode> list(Node document) {
    String kind = child(document, "kind").flatMap(ProfilePaths::text).orElse("");
    Optional<Node> node = Optional.of(document);
    for (String key : LISTS.getOrDefault(kind.toLowerCase(Locale.ROOT), List.of())) {
      node = node.flatMap(parent -> child(parent, key));
    }
    return node.filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast);
  }

  /** An entry is a path or an object with one; what is neither is for the server to refuse. */
  private static void add(List<Mention> mentions, Node entry) {
    Optional<Node> path = entry instanceof MappingNode ? child(entry, "path") : Optional.of(entry);
    path.flatMap(ProfilePaths::text)
        .filter(text -> !text.isBlank())
        .ifPresent(
            text -> mentions.add(new Mention(text, path.get().getStartMark().getLine() + 1)));
  }

  private static Optional<Node> child(Node node, String key) {
    Stream<NodeTuple> tuples =
        node instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.empty();
    return tuples
        .filter(tuple -> text(tuple.getKeyNode()).equals(Optional.of(key)))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }
}
