package io.pomona.cli.output;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a listing is printed: a table for people, JSON or YAML for scripts. */
public final class Format {
  @ArgGroup private Choice choice = new Choice();

  private static final class Choice {
    @Option(names = "--json", description = "Print JSON, with all that the server said")
    private boolean json;

    @Option(names = "--yaml", description = "Print YAML, with all that the server said")
    private boolean yaml;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES}")
    private Optional<Kind> named = Optional.empty();
  }

  public Kind kind() {
    if (choice.json) {
      return Kind.json;
    }
    return choice.yaml ? Kind.yaml : choice.named.orElse(Kind.table);
  }

  /** As it is written on the command line. */
  public enum Kind {
    table,
    json,
    yaml
  }
}
