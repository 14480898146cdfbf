package io.pomona.organization.apply;

import org.yaml.snakeyaml.nodes.Node;

/** What keeps a YAML document from being read, and where it is. */
final class YamlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  YamlFailure(Node node, String reason) {
    super(reason);
    this.line = YamlTree.line(node);
  }

  int line() {
    return line;
  }
}
