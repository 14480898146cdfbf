package io.pomona.cli.settings;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The bootstrap packages that the documents of a text name. */
final class WantedPackages {
  private static final List<String> PACKAGE = List.of("mdm", "macos_setup", "bootstrap_package");

  private WantedPackages() {}

  static List<WantedPackage> in(String name, String yaml, Path folder) {
    List<WantedPackage> wanted = new ArrayList<>();
    try {
      for (Node document : new Yaml(new LoaderOptions()).composeAll(new StringReader(yaml))) {
        add(wanted, document, folder);
      }
    } catch (YAMLException e) {
      throw Unreadable.of(name, e);
    }
    return wanted;
  }

  private static void add(List<WantedPackage> wanted, Node document, Path folder) {
    String kind =
        YamlNodes.child(document, "kind")
            .flatMap(YamlNodes::text)
            .orElse("")
            .toLowerCase(Locale.ROOT);
    boolean team = kind.equals("team");
    if (!team && !kind.equals("config")) {
      return;
    }
    Optional<Node> place = YamlNodes.at(document, team ? List.of("spec", "team") : List.of("spec"));
    Optional<String> name =
        team
            ? place.flatMap(node -> YamlNodes.child(node, "name")).flatMap(YamlNodes::text)
            : Optional.empty();
    place
        .flatMap(node -> YamlNodes.at(node, PACKAGE))
        .flatMap(YamlNodes::text)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equals("null") && !text.equals("~"))
        .ifPresent(text -> wanted.add(new WantedPackage(name, text, folder)));
  }
}
