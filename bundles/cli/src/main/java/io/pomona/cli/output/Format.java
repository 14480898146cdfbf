package io.pomona.cli.output;

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
  }

  /** Whether people read it. */
  public boolean isTable() {
    return document() == Document.TABLE;
  }

  Document document() {
    if (choice.json) {
      return Document.JSON;
    }
    return choice.yaml ? Document.YAML : Document.TABLE;
  }

  enum Document {
    TABLE,
    JSON,
    YAML
  }
}
