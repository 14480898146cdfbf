package io.pomona.cli.command;

import io.pomona.cli.Failure;
import io.pomona.cli.context.ContextFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** The contexts that are known when words for completion are generated. */
final class ContextNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static Set<String> names() {
    String home = System.getProperty("user.home");
    String file =
        Optional.ofNullable(System.getenv("POMONA_CONFIG")).orElse(home + "/.pomona/config");
    try {
      return new ContextFile(Path.of(file)).all().keySet();
    } catch (Failure e) {
      return Set.of();
    }
  }
}
