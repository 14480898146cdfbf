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
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The files that the documents of a text refer to, and in which line. */
final class ProfilePaths {
  private static final Map<String, List<String>> SETTINGS =
      Map.of("config", List.of("spec", "mdm"), "team", List.of("spec", "team", "mdm"));
  private static final List<List<String>> KEYS =
      List.of(
          List.of("macos_settings", "custom_settings"),
          List.of("macos_setup", "macos_setup_assistant"));

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
        KEYS.forEach(keys -> node(document, keys).ifPresent(value -> addAll(mentions, value)));
      }
    } catch (YAMLException e) {
      throw Unreadable.of(name, e);
    }
    return mentions;
  }

  private static Optional<Node> node(Node document, List<String> keys) {
    String kind = YamlNodes.child(document, "kind").flatMap(YamlNodes::text).orElse("");
    return Optional.ofNullable(SETTINGS.get(kind.toLowerCase(Locale.ROOT)))
        .map(settings -> Stream.concat(settings.stream(), keys.stream()).toList())
        .flatMap(path -> YamlNodes.at(document, path));
  }

  private static void addAll(List<Mention> mentions, Node value) {
    if (value instanceof SequenceNode list) {
      list.getValue().forEach(each -> add(mentions, each));
    } else {
      add(mentions, value);
    }
  }

  /** An entry is a path or an object with one; what is neither is for the server to refuse. */
  private static void add(List<Mention> mentions, Node entry) {
    Optional<Node> path =
        entry instanceof MappingNode ? YamlNodes.child(entry, "path") : Optional.of(entry);
    path.flatMap(YamlNodes::text)
        .filter(text -> !text.isBlank())
        .ifPresent(
            text -> mentions.add(new Mention(text, path.get().getStartMark().getLine() + 1)));
  }
}
