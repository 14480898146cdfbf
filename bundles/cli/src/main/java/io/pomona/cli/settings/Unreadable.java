package io.pomona.cli.settings;

import io.pomona.cli.Failure;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What is said of a text that is no YAML: where, and never the text itself. */
final class Unreadable {
  private Unreadable() {}

  static Failure of(String name, YAMLException cause) {
    if (cause instanceof MarkedYAMLException marked) {
      String line =
          Optional.ofNullable(marked.getProblemMark())
              .map(mark -> ", line " + (mark.getLine() + 1))
              .orElse("");
      String sentence = name + line + ": this is no YAML: " + marked.getProblem();
      return new Failure(Failure.Kind.FILE, sentence, cause);
    }
    return new Failure(Failure.Kind.FILE, name + ": this is no YAML.", cause);
  }
}
